/** The code of "all of them": the top of every dimension, and the total of the categories. */
export const WHOLE = 'all';
/** The codes of a share's numerator and of what is left, where several categories make them. */
export const PART = 'part';
export const REST = 'rest';

/** A way to cut the counts, with its fixed hierarchy. */
export interface Dimension {
  code: string;
  title: string;
  /** The finest first, such as `team`, `service`. Above the last comes `all`, which needs no name. */
  levels: readonly string[];
}

/** One of the things a fact can be, such as a grade or an answer. Each fact is just one. */
export interface Category {
  code: string;
  title: string;
  /** Counts to the numerator of the share. */
  part?: boolean;
  /** What it weighs in the mean. */
  score?: number;
}

/** What is counted. A count alone has no categories; a share has some that are `part`; a mean has a score on each. */
export interface Measure {
  /** What one fact is, in the plural and in words: "audits". */
  counts: string;
  categories: readonly Category[];
}

/** One table of the lattice: the level of each dimension that it is cut by. Dimensions left out are taken whole. */
export interface LatticeTable {
  code: string;
  by: Readonly<Record<string, string>>;
  /** Shows numerator and rest alone, not each category: coarser, so that fewer cells are hidden. */
  shareOnly?: boolean;
}

/** Who knows rows before they read any table, each an attacker of their own. Who sees every row is none. */
export type Insider =
  /** Whoever stands over one member of a level: sees each row of that team, that service. */
  | { kind: 'MEMBER'; dimension: string; level: string }
  /** Whoever made some of the rows, as an auditor their own: the counts carry them as `own`. */
  | { kind: 'OWN' };

/** A setting that is policy: dated, with its source. */
export interface HidingRule {
  /** Counts from one up to this are hidden. */
  hiddenUpTo: number;
  /** How many whole numbers a hidden cell must be able to be. */
  leastRange: number;
  validFrom: string;
  source: string;
}

export type PeriodKind = 'QUARTER' | 'BUSINESS_YEAR';

/** A statistic as it is declared: what it means, the tables that are released of it, and how they are guarded. */
export interface Statistic {
  code: string;
  /** Of the definition. Another meaning, lattice or rule is another version. */
  version: number;
  title: string;
  /** In words that a reader can check a figure by. */
  definition: string;
  measure: Measure;
  dimensions: readonly Dimension[];
  tables: readonly LatticeTable[];
  periods: readonly PeriodKind[];
  rule: HidingRule;
  /** A period is released again only when at least so many facts came or changed. */
  minimumStep: number;
  /**
   * What to do where all of a group fall in one category. `SHOWN`: the zeros beside it stay, and tell it. `HIDDEN`: the
   * group's categories are hidden, so that nobody learns of each of them what all of them are.
   */
  allAlike: 'SHOWN' | 'HIDDEN';
  insiders: readonly Insider[];
}

/** Throws a RangeError where a declaration contradicts itself. */
export function checkStatistic({ code, dimensions, tables, measure, rule, insiders }: Statistic): void {
  const fault = (what: string) => new RangeError(`The statistic "${code}" ${what}.`);
  const levels = new Map(dimensions.map((one) => [one.code, one.levels]));
  if (new Set(tables.map((table) => table.code)).size !== tables.length) throw fault('has two tables of one code');
  for (const table of tables) {
    for (const [dimension, level] of Object.entries(table.by)) if (!levels.get(dimension)?.includes(level)) throw fault('cuts a table by a level that it does not declare');
  }
  for (const insider of insiders) {
    if (insider.kind === 'MEMBER' && !levels.get(insider.dimension)?.includes(insider.level)) throw fault('names an insider of a level that it does not declare');
  }
  const codes = measure.categories.map((one) => one.code);
  if (new Set(codes).size !== codes.length || codes.some((one) => [WHOLE, PART, REST].includes(one))) throw fault('has a category twice, or one that is named as a sum is');
  if (rule.hiddenUpTo < 1 || rule.leastRange < 2) throw fault('hides nothing');
}
