import { countValue, meanValue, type ReleasedTable, shareValue } from '@qaf/release';
import { shownCategories, type TableLine, totalOf } from '@qaf/statistics';
import { type ResultLine } from './result-release.type';

/** The lines of a released table as the graph tells them. */
export function resultLines({ table, lattice, lines }: ReleasedTable): ResultLine[] {
  const shown = shownCategories(lattice.measure, table);
  const categories = lattice.measure.categories.filter(({ code }) => shown.has(code));
  return lines.map((line: TableLine) => ({
    member: Object.values(line.at)[0] ?? null,
    n: countValue(totalOf(line)),
    counts: categories.map(({ code, title }) => ({ value: code, label: title, count: countValue(line.counts.get(code) ?? null) })),
    favourable: shareValue(lattice.measure, line),
    mean: meanValue(lattice.measure, table, line),
  }));
}

/** A note at each period in which a version joined that was not in the one before. */
export function versionNotes(tables: readonly Pick<ReleasedTable, 'period' | 'toolVersions'>[]): { period: string; note: string }[] {
  return tables.flatMap(({ period, toolVersions }, index) => {
    const before = tables[index - 1]?.toolVersions ?? toolVersions;
    return toolVersions.filter((version) => !before.includes(version)).map((note) => ({ period, note }));
  });
}
