import { cellText, CellError, type Cell } from './cells';

/** A closed set of codes, with the words that people write in their place. */
export interface Vocabulary {
  name: string;
  codes: ReadonlyMap<string, string>;
  words: ReadonlyMap<string, string>;
}

export type CodeReading = { code: string } | { fault: 'UNKNOWN' | 'CELL_ERROR' } | null;

function wordForm(text: string): string {
  return text.toLowerCase().replace(/&/g, 'and').replace(/[^a-z0-9]+/g, ' ').trim();
}

/** Builds a vocabulary from code → the words for it; letters' case never matters. */
export function vocabulary(name: string, entries: Record<string, readonly string[]>): Vocabulary {
  const words = Object.entries(entries).flatMap(([code, list]) => list.map((word) => [wordForm(word), code] as const));
  return { name, codes: new Map(Object.keys(entries).map((code) => [code.toUpperCase(), code])), words: new Map(words) };
}

const optionLetter = /^[a-z]{1,2}\)\s*/i;
const codeThenWords = /^([a-z0-9]{1,6})\s*(?:[:\u2013\u2014-]\s*|\s)(.+)$/i;

/**
 * The code a cell stands for: coded ("1B"), lettered ("b) 1B: Individual"), or in words ("Police").
 * A lone option letter is not read: lists change their letters from one edition to the next.
 */
export function readCode(cell: Cell, { codes, words }: Vocabulary): CodeReading {
  if (cell instanceof CellError) return { fault: 'CELL_ERROR' };
  const text = cellText(cell)?.replace(optionLetter, '');
  if (text === undefined) return cell === null ? null : { fault: 'UNKNOWN' };
  const whole = codes.get(text.toUpperCase()) ?? words.get(wordForm(text));
  if (whole !== undefined) return { code: whole };
  const leading = codes.get(codeThenWords.exec(text)?.[1]?.toUpperCase() ?? '');
  return leading === undefined ? { fault: 'UNKNOWN' } : { code: leading };
}
