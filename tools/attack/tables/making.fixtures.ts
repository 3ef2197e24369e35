import { protectRelease, type ReleaseMade, type ReleasedCell, type Statistic, hiddenShareOf } from '@qaf/statistics';
import { type Authority, counted, type Round } from './authority.fixtures';

/** A way to hide: what is published of a round, or null where it must not be. */
export type Way = (statistic: Statistic, round: Omit<ReleaseMade, 'cells' | 'lattice'>, earlier: readonly ReleaseMade[]) => Promise<ReleasedCell[] | null>;

/** Ours. A release is guarded beside the earlier ones that it overlaps with. */
export const guarded: Way = async (statistic, round, earlier) => {
  const linked = round.quarters.length > 1 ? earlier : earlier.filter(({ quarters }) => quarters.includes(round.quarters[0] ?? ''));
  const made = await protectRelease(statistic, round, linked);
  return made.kind === 'PROTECTED' ? made.cells : null;
};

/** Naive: hides what is small, and nothing else. */
export const smallAlone: Way = async (statistic, round) => {
  const truth = await shownAll(statistic, round);
  return truth.map((cell) => ({ ...cell, value: isSmall(statistic, cell.value) ? null : cell.value }));
};

/** Naive: hides what is small, and in each line of a table that then has one hidden cell the next smallest with it. */
export const smallAndOneMore: Way = async (statistic, round) => {
  const cells = (await shownAll(statistic, round)).map((cell) => ({ ...cell, truth: cell.value ?? 0, value: isSmall(statistic, cell.value) ? null : cell.value }));
  const lines = Map.groupBy(cells, ({ table, at }) => `${table} ${JSON.stringify(at)}`);
  for (const line of lines.values()) {
    const parts = line.filter(({ category }) => category !== 'all');
    if (parts.filter(({ value }) => value === null).length !== 1) continue;
    const next = parts.filter(({ value }) => (value ?? 0) > 0).sort((one, other) => one.truth - other.truth)[0];
    if (next) next.value = null;
  }
  return cells.map(({ truth: _truth, ...cell }) => cell);
};

async function shownAll(statistic: Statistic, round: Parameters<Way>[1]): Promise<{ table: string; at: Readonly<Record<string, string>>; category: string; value: number | null }[]> {
  const open = await protectRelease({ ...statistic, rule: { ...statistic.rule, hiddenUpTo: 1, leastRange: 2 }, insiders: [], allAlike: 'SHOWN' }, { ...round, finest: round.finest.map((one) => ({ ...one, count: one.count * 1000 })) }, []);
  if (open.kind === 'UNPROTECTED') throw new Error('Nothing is small in thousands.');
  return open.cells.map((cell) => ({ ...cell, value: (cell.value ?? 0) / 1000 }));
}

function isSmall({ rule }: Statistic, value: number | null): boolean {
  return value !== null && value >= 1 && value <= rule.hiddenUpTo;
}

/** What an authority published, in order, and what that took. */
export interface Published {
  made: ReleaseMade[];
  refused: number;
  hiddenShares: number[];
  /** In milliseconds of the processor. */
  cpu: number[];
}

/** Lets an authority release round after round, one way. */
export async function publishAll({ statistic, members, rounds }: Authority, way: Way): Promise<Published> {
  const published: Published = { made: [], refused: 0, hiddenShares: [], cpu: [] };
  const owned = statistic.insiders.some(({ kind }) => kind === 'OWN');
  for (const { period, quarters, known } of rounds as Round[]) {
    const round = { period, quarters, members, finest: counted(known).map((one) => (owned ? one : { ...one, own: {} })) };
    const began = process.cpuUsage().user;
    const cells = await way(statistic, round, published.made);
    published.cpu.push((process.cpuUsage().user - began) / 1000);
    if (!cells) {
      published.refused += 1;
      continue;
    }
    published.hiddenShares.push(hiddenShareOf(cells));
    published.made.push({ ...round, lattice: statistic, cells });
  }
  return published;
}
