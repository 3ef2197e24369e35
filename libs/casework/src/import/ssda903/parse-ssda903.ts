import { basename } from 'node:path';
import { saysNothing, type Cell } from '../cells';
import { readEpisodeRow } from '../episode-rows';
import { finish } from '../finish';
import { Gathered } from '../gathered';
import { matchHeadings } from '../headings';
import { ImportFileRefused } from '../import-file-refused';
import type { ParsedImport, ParseOptions } from '../parsed-import';
import { RowReader, type ListHead } from '../row-reader';
import { doubtCare } from './care-doubts';
import { readCsv } from './csv-text';
import { careEpisode, returnFiles, type ReturnFileKind } from './return-files';
import { readHeaderRow, readReviewRow } from './return-rows';

interface ReturnFile {
  kind: ReturnFileKind | null;
  head: ListHead;
  /** Index of the heading record. */
  headingAt: number;
  records: Cell[][];
}

const readers: Record<ReturnFileKind, (row: RowReader, gathered: Gathered) => void> = {
  header: readHeaderRow,
  episodes: (row, gathered) => readEpisodeRow(careEpisode, row, gathered),
  reviews: readReviewRow,
};
const order: (ReturnFileKind | null)[] = ['header', 'episodes', 'reviews', null];

const isEmpty = (record: readonly Cell[]) => record.every(saysNothing);

/** Tells the file by its columns, never by its name. */
function recognise(list: string, records: Cell[][]): ReturnFile {
  const headingAt = Math.max(0, records.findIndex((record) => !isEmpty(record)));
  for (const kind of ['episodes', 'reviews', 'header'] as const) {
    const { columns, needs } = returnFiles[kind];
    const { indexes } = matchHeadings(records[headingAt] ?? [], columns);
    if (needs.every((column) => indexes.has(column))) return { kind, head: { list, columns, indexes, from1904: false }, headingAt, records };
  }
  return { kind: null, head: { list, columns: {}, indexes: new Map(), from1904: false }, headingAt, records };
}

/** A filled cell to the right of the last heading means that the row has slipped: nothing in it can be trusted. */
function hasSlipped(record: readonly Cell[], headings: readonly Cell[]): boolean {
  return record.slice(headings.length).some((cell) => cell !== null);
}

function readFile({ kind, head, headingAt, records }: ReturnFile, gathered: Gathered): void {
  if (kind === null) {
    const rows = records.slice(headingAt + 1).filter((record) => !isEmpty(record)).length;
    const reason = `the file is none of header, episodes and reviews; its ${rows} rows were not read`;
    gathered.ledger.note({ list: head.list, row: headingAt + 1 }, null, 'UNMATCHED', reason);
    return;
  }
  gathered.ledger.open(head.list);
  for (let at = headingAt + 1; at < records.length; at++) {
    const record = records[at] ?? [];
    if (isEmpty(record)) continue;
    const row = new RowReader(head, at + 1, record, gathered.ledger);
    gathered.ledger.read(row.source);
    if (hasSlipped(record, records[headingAt] ?? [])) row.leaveOut(null, 'the row has more cells than there are headings');
    else readers[kind](row, gathered);
  }
}

/** Two files of one name are told apart in notes and counts. */
function ownName(name: string, taken: Set<string>): string {
  const base = basename(name.replaceAll('\\', '/'));
  let own = base;
  for (let n = 2; taken.has(own); n++) own = `${base} (${n})`;
  taken.add(own);
  return own;
}

function parseFiles(files: readonly { name: string; bytes: Buffer }[], { asAt }: ParseOptions): ParsedImport {
  const taken = new Set<string>();
  const known = files.map(({ name, bytes }) => {
    const own = ownName(name, taken);
    return recognise(own, readCsv(own, bytes));
  });
  if (!known.some(({ kind }) => kind !== null)) throw new ImportFileRefused('NO_LISTS');
  const gathered = new Gathered(asAt ?? null);
  known.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  for (const file of known) readFile(file, gathered);
  const parsed = finish('ssda903', gathered);
  const given = new Map(known.flatMap(({ kind, head }) => (kind === null ? [] : [[head.list, kind] as const])));
  doubtCare(parsed, given, gathered);
  return parsed;
}

/**
 * Reads the looked-after return (SSDA903): any of its header, episodes and reviews files, in any order. Pure: no database, no clock.
 * Rejects with `ImportFileRefused` when a file cannot be read at all or none is of the three.
 */
export function parseSsda903(files: readonly { name: string; bytes: Buffer }[], options: ParseOptions = {}): Promise<ParsedImport> {
  return new Promise((resolve) => resolve(parseFiles(files, options)));
}
