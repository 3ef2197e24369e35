import { saysNothing, type Cell } from '../cells';
import { finish } from '../finish';
import { Gathered } from '../gathered';
import { readEpisodeRow } from '../episode-rows';
import { ImportFileRefused } from '../import-file-refused';
import type { ParsedImport, ParseOptions, RowSource } from '../parsed-import';
import { RowReader } from '../row-reader';
import { findList, lists, type FoundList } from './find-list';
import { openWorkbook, type Sheet, type SheetRow } from './workbook';

/** A worked-out age alone does not make an empty row a row. */
function isEmpty(cells: readonly Cell[], ageIndex: number | undefined): boolean {
  return cells.every((cell, index) => index === ageIndex || saysNothing(cell));
}

/** Why no row of the list can be taken, or null. */
function wholeListReason({ definition, headings, missing }: FoundList): string | null {
  if (definition.reading === null) return 'the row is about an adopter, not a child; the platform holds no adopters';
  if (headings === null) return `no heading row was found for list ${definition.number} (${definition.title})`;
  const titles = missing.map((column) => `"${definition.columns[column]?.title ?? column}"`);
  return titles.length > 0 ? `the list has no single column headed ${titles.join(' or ')}` : null;
}

function noteHeadings(sheet: Sheet, { definition, headings }: FoundList, gathered: Gathered): void {
  const source: RowSource = { list: sheet.name, row: headings ? (sheet.rows[headings.at]?.number ?? 1) : 1 };
  const title = (column: string) => definition.columns[column]?.title ?? column;
  for (const column of headings?.mistyped ?? []) {
    gathered.ledger.note(source, title(column), 'REPAIRED', 'the heading is mistyped; it was read as this column');
  }
  for (const column of headings?.ambiguous ?? []) {
    gathered.ledger.note(source, title(column), 'UNMATCHED', 'two columns have this heading; neither was read');
  }
  if (sheet.hiddenRows > 0) gathered.ledger.note(source, null, 'REPAIRED', `${sheet.hiddenRows} hidden rows were read like the others`);
}

function readList(sheet: Sheet, found: FoundList, gathered: Gathered): void {
  const { definition, headings } = found;
  const refused = wholeListReason(found);
  const indexes = headings?.indexes ?? new Map<string, number>();
  const head = { list: sheet.name, columns: definition.columns, indexes, from1904: sheet.from1904 };
  noteHeadings(sheet, found, gathered);
  const readRow = ({ number, cells }: SheetRow) => {
    const row = new RowReader(head, number, cells, gathered.ledger);
    gathered.ledger.read(row.source);
    if (refused !== null) row.leaveOut(null, refused);
    else if (definition.reading !== null) readEpisodeRow(definition.reading, row, gathered);
  };
  gathered.ledger.open(sheet.name);
  sheet.rows
    .slice(headings ? headings.at + 1 : 0)
    .filter(({ cells }) => !isEmpty(cells, indexes.get('age')))
    .forEach(readRow);
}

function noteStrangeSheet(sheet: Sheet, gathered: Gathered): void {
  const rows = sheet.rows.filter(({ cells }) => !isEmpty(cells, undefined)).length;
  if (rows === 0) return;
  gathered.ledger.note({ list: sheet.name, row: 1 }, null, 'UNMATCHED', `the sheet is none of the lists; its ${rows} rows were not read`);
}

function noteMissingLists(present: Set<number>, gathered: Gathered): void {
  for (const { number, title } of lists) {
    if (present.has(number)) continue;
    gathered.ledger.note({ list: `List ${number}`, row: 1 }, null, 'UNMATCHED', `the file has no list ${number} (${title})`);
  }
}

/**
 * Reads the inspection lists (Annex A, lists 1 to 11) of one .xlsx file. Pure: no database, no clock.
 * Throws `ImportFileRefused` when the file as a whole cannot be read.
 */
export async function parseAnnexA(file: Buffer, { asAt }: ParseOptions = {}): Promise<ParsedImport> {
  const sheets = await openWorkbook(file);
  const gathered = new Gathered(asAt ?? null);
  const present = new Set<number>();
  for (const sheet of sheets) {
    const found = findList(sheet);
    if (found === null) noteStrangeSheet(sheet, gathered);
    else {
      present.add(found.definition.number);
      readList(sheet, found, gathered);
    }
  }
  if (present.size === 0) throw new ImportFileRefused('NO_LISTS');
  noteMissingLists(present, gathered);
  return finish('annex-a', gathered);
}
