/** A cell that holds a spreadsheet error such as #N/A, or a formula that was never worked out. */
export class CellError {
  constructor(readonly code: string) {}
}

/** What a cell says, whatever the file format. Text is never empty. */
export type Cell = null | string | number | boolean | Date | CellError;

const placeholders = new Set(['-', '--', '.', 'n/a', 'na', 'null', 'nil', 'none', 'not applicable', 'unknown date']);
const errorText = /^#(n\/a|ref!|value!|name\?|div\/0!|null!|num!)$/i;

/** Most cells are plain already, and looking is quicker than cleaning. */
const alreadyClean = /^[!-~]+(?: [!-~]+)*$/;

/** Compatibility forms, every kind of space made plain and single, invisible marks dropped. */
export function cleanText(text: string): string {
  if (alreadyClean.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text as a cell: placeholders for "nothing" are nothing, and an error pasted as text is still an error. */
export function textCell(text: string): Cell {
  const clean = cleanText(text);
  if (clean === '' || placeholders.has(clean.toLowerCase())) return null;
  return errorText.test(clean) ? new CellError(clean.toUpperCase()) : clean;
}

/** An empty cell, or one with an error: neither makes a row a data row. */
export function saysNothing(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || cell instanceof CellError;
}

/** The cell as clean text; null for nothing, an error or a date. */
export function cellText(cell: Cell): string | null {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : null;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return null;
}

/** Two cells say the same. */
export function sameCell(left: Cell, right: Cell): boolean {
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime();
  if (left instanceof CellError && right instanceof CellError) return left.code === right.code;
  return left === right;
}
