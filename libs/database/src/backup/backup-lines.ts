import type { SubgraphName } from '../subgraph-name';

/** The first line: what the backup was taken of. */
export interface Manifest {
  /** ISO 8601, UTC. */
  takenAt: string;
  /** PostgreSQL's own version number, such as 180004. */
  server: number;
  /** The migrations that had run, by store, in their order. */
  migrations: Record<SubgraphName, string[]>;
  /** Tells whether the same platform secret is set where it is restored; says nothing about it. */
  secretMark: string;
}

/** Stands before a table's rows; each row is a JSON list of PostgreSQL's text for these columns. */
export interface TableHead {
  table: string;
  columns: string[];
}

/** Stands after a table's rows. */
export interface TableEnd {
  rows: number;
  /** SHA-256 over the rows' lines. */
  digest: string;
}

/** The last line. */
export interface Tail {
  /** Where each sequence stands: its last value, and whether it was given out. */
  sequences: Record<string, [string, boolean]>;
  /** Row rules, rights and roles, one line each. */
  rules: string[];
  tables: number;
}
