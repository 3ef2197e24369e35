import { parse } from 'csv-parse/sync';
import { textCell, type Cell } from '../cells';
import { ImportFileRefused } from '../import-file-refused';

/** Sizes in bytes; a large authority's return is under 5 MB. */
const largestFile = 50_000_000;

/** UTF-8 and UTF-16 with or without their mark; anything that is no UTF-8 is what Excel calls ANSI. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator that splits the first filled line most; a comma when none does. */
export function findSeparator(text: string): string {
  const line = /[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? '';
  const parts = (separator: string) => line.split(separator).length;
  return [',', ';', '\t', '|'].reduce((best, separator) => (parts(separator) > parts(best) ? separator : best));
}

/**
 * The records of a CSV file as cells. The n-th record is row n in Excel: empty lines count, and so does a record that runs over several lines once.
 * Throws `ImportFileRefused` for a file that is empty, too large, a workbook, or ends inside a quotation.
 */
export function readCsv(name: string, bytes: Buffer): Cell[][] {
  if (bytes.length > largestFile) throw new ImportFileRefused('TOO_LARGE', name);
  const text = decodeText(bytes);
  if (text.trim() === '') throw new ImportFileRefused('EMPTY', name);
  if (text.includes('\u0000') || text.startsWith('PK\u0003')) throw new ImportFileRefused('DAMAGED', name);
  try {
    const records = parse(text, {
      delimiter: findSeparator(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    }) as unknown as string[][];
    return records.map((record) => record.map(textCell));
  } catch {
    throw new ImportFileRefused('DAMAGED', name);
  }
}
