import { cellText, type Cell } from './cells';

const shape = /^[A-Za-z0-9][A-Za-z0-9_./-]{0,39}$/;

/**
 * The child's reference in the case-management system, or null when the cell cannot be one.
 * It must have a digit and no space: a name typed in its place never gets in.
 */
export function readReference(cell: Cell): string | null {
  const text = cellText(cell)?.replace(/^(\d+)\.0+$/, '$1') ?? null;
  return text !== null && shape.test(text) && /\d/.test(text) ? text : null;
}
