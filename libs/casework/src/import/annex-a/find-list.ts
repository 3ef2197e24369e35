import { cleanText } from '../cells';
import { matchHeadings, type MatchedHeadings } from '../headings';
import * as care from './care.lists';
import * as frontDoor from './front-door.lists';
import type { ListDefinition } from './list-definition';
import * as plans from './plans.lists';
import type { Sheet } from './workbook';

/** The lists in their own order. */
export const lists: readonly ListDefinition[] = [
  ...Object.values(frontDoor),
  ...Object.values(plans),
  ...Object.values(care),
].sort((a, b) => a.number - b.number);

/** Headings stand within the first rows, below titles and notes. */
const headingDepth = 20;

export interface FoundHeadings extends MatchedHeadings {
  /** Index into the sheet's rows. */
  at: number;
}

export interface FoundList {
  definition: ListDefinition;
  /** Null when no row holds the list's headings. */
  headings: FoundHeadings | null;
  missing: string[];
}

function bestHeadings(sheet: Sheet, definition: ListDefinition): FoundHeadings | null {
  let best: FoundHeadings | null = null;
  for (const [at, row] of sheet.rows.slice(0, headingDepth).entries()) {
    const matched = matchHeadings(row.cells, definition.columns);
    if (matched.indexes.size > Math.max(1, best?.indexes.size ?? 0)) best = { ...matched, at };
  }
  return best;
}

function withDefinition(sheet: Sheet, definition: ListDefinition): FoundList {
  const headings = bestHeadings(sheet, definition);
  return { definition, headings, missing: definition.needs.filter((column) => !headings?.indexes.has(column)) };
}

/** "List 7", "list_07 CP", "Annex A - List 7"; null when the name says no number. */
function numberInName(name: string): number | null {
  const found = /\blist[ _.#-]*0*(\d{1,2})(?!\d)/i.exec(cleanText(name).replace(/_/g, ' '));
  return found ? Number(found[1]) : null;
}

/** The list a sheet holds: by its name, or else by its headings where they fit one list best; null for any other sheet. */
export function findList(sheet: Sheet): FoundList | null {
  const number = numberInName(sheet.name);
  const named = lists.find((definition) => definition.number === number);
  if (named) return withDefinition(sheet, named);
  const size = ({ headings }: FoundList) => headings?.indexes.size ?? 0;
  const fitting = lists
    .map((definition) => withDefinition(sheet, definition))
    .filter(({ missing }) => missing.length === 0)
    .sort((a, b) => size(b) - size(a));
  const [best, second] = fitting;
  return best && (!second || size(best) > size(second)) ? best : null;
}
