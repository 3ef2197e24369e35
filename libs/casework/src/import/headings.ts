import { cellText, type Cell } from './cells';

/** A column of a list: the name it has in notes, and every other way it is headed. */
export interface ColumnDefinition {
  title: string;
  aliases?: readonly string[];
}

export type ColumnDefinitions = Readonly<Record<string, ColumnDefinition>>;

export interface MatchedHeadings {
  /** Column name → index of the cell. */
  indexes: Map<string, number>;
  /** Columns whose heading was mistyped. */
  mistyped: string[];
  /** Columns that two or more headings claim: none of them is read. */
  ambiguous: string[];
}

/** A heading without its case, punctuation and hints such as "(Y/N)". */
export function headingForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/( y n| dd mm yyyy)+ ?$/, '')
    .trim();
}

/** Letters changed, dropped, added or swapped between two words; stops counting past `limit`. */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const line = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1;
      let least = Math.min((above[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + change);
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      line.push(least);
    }
    before = above;
    above = line;
  }
  return above[right.length] ?? limit + 1;
}

/** A typo may touch one letter in ten, three at most, never a digit, never a heading of under eight letters. */
function isTypoOf(heading: string, form: string): boolean {
  if (form.length < 8 || heading.replace(/\D/g, '') !== form.replace(/\D/g, '')) return false;
  const limit = Math.min(3, Math.max(1, Math.floor(form.length / 10)));
  return editDistance(heading, form, limit) <= limit;
}

function columnsLike(heading: string, forms: Map<string, string[]>): string[] {
  const exact = [...forms].filter(([, list]) => list.includes(heading));
  const near = exact.length > 0 ? exact : [...forms].filter(([, list]) => list.some((form) => isTypoOf(heading, form)));
  return near.map(([column]) => column);
}

/** Finds each column by its heading, in any order. A mistyped heading counts only where it can mean one column and no heading says it rightly. */
export function matchHeadings(cells: readonly Cell[], columns: ColumnDefinitions): MatchedHeadings {
  const forms = new Map(
    Object.entries(columns).map(([name, { title, aliases = [] }]) => [name, [title, ...aliases].map(headingForm)]),
  );
  const exact = new Map<string, number[]>();
  const near = new Map<string, number[]>();
  cells.forEach((cell, index) => {
    const heading = headingForm(cellText(cell) ?? '');
    if (heading === '') return;
    const [column, other] = columnsLike(heading, forms);
    if (column === undefined || other !== undefined) return;
    const found = forms.get(column)?.includes(heading) ? exact : near;
    found.set(column, [...(found.get(column) ?? []), index]);
  });
  return settleHeadings([...forms.keys()], exact, near);
}

function settleHeadings(columns: string[], exact: Map<string, number[]>, near: Map<string, number[]>): MatchedHeadings {
  const matched: MatchedHeadings = { indexes: new Map(), mistyped: [], ambiguous: [] };
  for (const column of columns) {
    const claims = exact.get(column) ?? near.get(column) ?? [];
    const [index, another] = claims;
    if (another !== undefined) matched.ambiguous.push(column);
    else if (index !== undefined) {
      matched.indexes.set(column, index);
      if (!exact.has(column)) matched.mistyped.push(column);
    }
  }
  return matched;
}
