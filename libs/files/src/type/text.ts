import { parse } from 'csv-parse/sync';
import { FileRefused } from '../file-refused';
import type { FileType } from './file-types';

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u0080-\u009f\ufffe\uffff]/;
/** What a browser or a program would take for more than words. */
const MARKUP = /<\s*(!doctype|\?xml|\?php|html|head|body|script|svg|iframe|object|embed|xsl:)/i;
const PROGRAM = /^\s*(<|#!|%!|\{\\rtf)/;

/** Plain text or CSV in UTF-8. Throws FileRefused on anything else, markup and programs among it. */
export function textType(file: Buffer): FileType {
  const text = decoded(file);
  if (CONTROL.test(text) || PROGRAM.test(text) || MARKUP.test(text)) throw new FileRefused('TYPE_NOT_ALLOWED');
  if (text.trim() === '') throw new FileRefused('EMPTY');
  return isTable(text) ? 'CSV' : 'TEXT';
}

function decoded(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw new FileRefused('TYPE_NOT_ALLOWED');
  }
}

const SAMPLE = 65_536;

/** Rows that all have the same two or more cells. */
function isTable(text: string): boolean {
  const sample = text.length > SAMPLE ? text.slice(0, Math.max(text.lastIndexOf('\n', SAMPLE), 1)) : text;
  return [',', ';', '\t'].some((delimiter) => {
    try {
      const rows = parse(sample, { delimiter, skip_empty_lines: true }) as string[][];
      return rows.length > 1 && (rows[0]?.length ?? 0) > 1;
    } catch {
      return false;
    }
  });
}
