import { parse } from 'csv-parse/sync';

export type IndicatorFileFault = 'EMPTY' | 'TOO_LARGE' | 'DAMAGED' | 'NO_INDICATOR' | 'SEVERAL_INDICATORS';

const REASONS: Readonly<Record<IndicatorFileFault, string>> = {
  EMPTY: 'The file is empty.',
  TOO_LARGE: 'The file is larger than an import may be.',
  DAMAGED: 'The file is damaged, or no text with columns.',
  NO_INDICATOR: 'The file has the columns of no indicator that is known here.',
  SEVERAL_INDICATORS: 'The file has the columns of more than one indicator; give each in a file of its own.',
};

/** A whole file that cannot be read. Carries a code and our own words, nothing of the file. */
export class IndicatorFileRefused extends Error {
  constructor(readonly code: IndicatorFileFault) {
    super(REASONS[code]);
    this.name = 'IndicatorFileRefused';
  }
}

/** Bytes. */
const LARGEST = 50_000_000;

export interface IndicatorTable {
  headings: string[];
  /** The row as a person counts it, headings being row 1, and its cells by heading. */
  rows: { row: number; cells: Record<string, string>; slipped: boolean }[];
}

/** Reads a publisher's CSV: UTF-8 with or without its mark, one row of headings. Throws `IndicatorFileRefused`. */
export function readIndicatorTable(bytes: Buffer): IndicatorTable {
  if (bytes.length > LARGEST) throw new IndicatorFileRefused('TOO_LARGE');
  const [first, ...records] = recordsOf(bytes);
  if (!first) throw new IndicatorFileRefused('EMPTY');
  const headings = first.map((one) => one.trim());
  const rows = records.map((record, index) => ({
    row: index + 2,
    cells: Object.fromEntries(headings.map((heading, at) => [heading, (record[at] ?? '').normalize('NFC').trim()])),
    slipped: record.length !== headings.length,
  }));
  return { headings, rows: rows.filter(({ cells }) => Object.values(cells).some((cell) => cell !== '')) };
}

function recordsOf(bytes: Buffer): string[][] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\u0000') || text.startsWith('PK\u0003')) throw new IndicatorFileRefused('DAMAGED');
    return text.trim() === '' ? [] : (parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, skip_empty_lines: false }) as string[][]);
  } catch {
    throw new IndicatorFileRefused('DAMAGED');
  }
}
