import { coarserThan } from './coarser';
import type { Coarser } from './coarser';
import { cellKey } from './cells';
import type { ReleasedCell } from './cells';
import type { ReleaseMade } from './earlier';
import { patternOf } from './pattern';
import { primaryOf } from './primary';
import { solverLoaded } from './solver';
import { checkStatistic } from './statistic';
import type { Statistic } from './statistic';
import { systemOf } from './system';

/** The counts of one period as they are to be released, before anything is hidden. */
export type ReleaseInput = Pick<ReleaseMade, 'period' | 'quarters' | 'members' | 'finest'>;

/** What came of making a release. `cells` may be published as they are. */
export type Protected =
  | { kind: 'PROTECTED'; cells: ReleasedCell[]; /** Tables that hide most of their cells, and what answers instead. */ coarser: Coarser[]; /** Solves that it took. */ solves: number }
  /** Nothing that could be shown would keep earlier releases or small steps from being worked out. */
  | { kind: 'UNPROTECTED' };

/**
 * Makes every table of a release with one pattern of hiding over all of them and over the earlier releases that share a
 * quarter with it, oldest first. The same input gives the same pattern. Throws a RangeError on a faulty declaration.
 */
export async function protectRelease(statistic: Statistic, input: ReleaseInput, earlier: readonly ReleaseMade[]): Promise<Protected> {
  checkStatistic(statistic);
  const system = systemOf(earlier, { ...input, lattice: statistic }, statistic.insiders);
  const pattern = await patternOf(await solverLoaded(), system, primaryOf(system, statistic), statistic.rule);
  if ('unguarded' in pattern) return { kind: 'UNPROTECTED' };
  const cells = system.rows.flatMap((row, at) => (row.isNew ? row.cells.map((cell): ReleasedCell => ({ ...cell, value: pattern.hidden.has(at) ? null : row.truth })) : []));
  cells.sort((one, other) => (cellKey(one) < cellKey(other) ? -1 : 1));
  return { kind: 'PROTECTED', cells, coarser: coarserThan(statistic, cells), solves: pattern.solves };
}
