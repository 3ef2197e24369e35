import type { PublishedStatistic } from '../published-statistic';
import type { ReleasedTable } from './released';
import { tableNotReleased } from './table-not-released';

/** The cut that a list of levels means, such as `['team']`. A level that the statistic does not have is refused, saying what can be asked. */
export function cutBy(statistic: PublishedStatistic, levels: readonly string[]): Record<string, string> {
  const cut: Record<string, string> = {};
  for (const level of levels) {
    const dimension = statistic.dimensions.find((one) => one.levels.includes(level));
    if (!dimension || cut[dimension.code] !== undefined) throw tableNotReleased(statistic);
    cut[dimension.code] = level;
  }
  return cut;
}

/** Where a series begins anew because its tools changed: the first period with a version that no earlier one had. */
export function toolChanges(tables: readonly ReleasedTable[]): { from: string; note: string }[] {
  const known = new Set(tables[0]?.toolVersions ?? []);
  return tables.flatMap(({ period, toolVersions }) => {
    const fresh = toolVersions.filter((version) => !known.has(version));
    fresh.forEach((version) => known.add(version));
    return fresh.length === 0 ? [] : [{ from: period, note: fresh.join(', ') }];
  });
}
