import type { Lattice, ReleasedCell } from './cells';
import type { FinestCount, Members } from './facts';

/** All that is needed of one release to guard the next: what was published, and the true counts behind it. */
export interface ReleaseMade {
  /** The period's code. */
  period: string;
  /** The quarters that it sums; one for a quarter. */
  quarters: readonly string[];
  lattice: Lattice;
  members: Members;
  /** The true counts. Only the reporting machine ever holds them. */
  finest: readonly FinestCount[];
  cells: readonly ReleasedCell[];
}
