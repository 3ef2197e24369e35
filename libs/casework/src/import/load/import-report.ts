import type { ListCount, ParsedImport, RowNote } from '../parsed-import';

/** What an import adds to or changes, as its report counts it. */
export type LoadedKind = 'children' | 'episodes' | 'meetings' | 'visits' | 'allocations';

/** Facts of one kind: each of them was new, differed from what was held, or said what was held already. */
export interface Tally {
  added: number;
  changed: number;
  unchanged: number;
}

export interface LoadOptions {
  /** SHA-256 of the files, 64 hexadecimal digits. */
  fileHash: string;
  /** Only reports: everything is tried and nothing is kept. */
  check?: boolean;
  /** The day the file speaks of, `YYYY-MM-DD`. Without it the newest day that the file tells of, today at most. */
  asAt?: string;
  now: Date;
}

export interface ImportReport {
  /** The import's own record; null when it was only a check. */
  runId: string | null;
  format: ParsedImport['format'];
  /** The day the file speaks of: a change of worker counts from it. */
  speaksOf: string;
  lists: ListCount[];
  tallies: Record<LoadedKind, Tally>;
  /** Names in the file, each counted once, that stand for nobody. */
  unmatchedNames: { workers: number; teams: number };
  /** Every note, the parser's first. */
  notes: RowNote[];
  /** How many events were published. */
  events: number;
}
