/** How many facts are in one finest cell: a leaf of every dimension, a category, a quarter. */
export interface FinestCount {
  /** The quarter's code, `2018-19 Q1`. */
  quarter: string;
  /** The finest member of each dimension, by the dimension's code. */
  at: Readonly<Record<string, string>>;
  /** A category's code; `all` where the measure has none. */
  category: string;
  count: number;
  /** How many of them each insider of the kind `OWN` made, by a key that names the insider and is never published. */
  own?: Readonly<Record<string, number>>;
}

/** A leaf of a dimension with what it lies in, finest first, as the dimension's levels are: `[team, service]`. */
export type MemberPath = readonly string[];

/** The leaves of each dimension in a release. A leaf without facts is told too: its zeros are published. */
export type Members = Readonly<Record<string, readonly MemberPath[]>>;
