import type { Statistic } from './statistic';

/** What may be asked of a statistic, in words for whoever asked for something else. */
export function whatCanBeAsked({ tables, dimensions }: Pick<Statistic, 'tables' | 'dimensions'>): string[] {
  return tables.map(({ code, by }) => {
    const cuts = dimensions.flatMap((one) => (by[one.code] === undefined ? [] : [`${one.code} by ${by[one.code]}`]));
    return `${code} (${cuts.length === 0 ? 'the whole authority' : cuts.join(', ')})`;
  });
}
