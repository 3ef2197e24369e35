import type { ReleaseMade } from '@qaf/statistics';
import { demonstrationReleased, families, type StatisticReleased } from './demonstration.fixtures';
import { judge } from './judge';
import { smallAlone } from './making.fixtures';

/** Of the insiders of each quarter every nth attacks: `ATTACK_EVERY=1` lets all of them, and says what it came to. Whoever only reads attacks always. */
const EVERY = Number(process.env['ATTACK_EVERY'] ?? 40);

jest.setTimeout(3_600_000);

describe('the demonstration authority', () => {
  let released: StatisticReleased[];
  beforeAll(async () => void (released = await demonstrationReleased(1)));

  it('publishes every statistic', () => {
    const kinds = released.map(({ statistic }) => (statistic.code.includes('/') ? 'a question' : statistic.code));
    expect(new Set(kinds)).toEqual(new Set(['audit-grades', 'priority-grades', 'seen-alone', 'a question']));
    expect(released.flatMap(({ made }) => made).every(({ cells, finest }) => cells.length > 0 && finest.length > 0)).toBe(true);
  });

  it('lets nobody bound a hidden cell or a small step to fewer than five whole numbers', async () => {
    for (const { statistic, made } of released) {
      const cells = made.flatMap((one) => one.cells);
      const sum = { statistic: statistic.code, releases: made.length, cells: cells.length, hidden: cells.filter(({ value }) => value === null).length, attackers: 0, secrets: 0 };
      for (const [at, family] of families(made).entries()) {
        const { attackers, secrets, caught } = await judge(statistic, family, (insider) => (insider + at) % EVERY === 0);
        expect({ statistic: statistic.code, caught }).toEqual({ statistic: statistic.code, caught: [] });
        sum.attackers += attackers;
        sum.secrets += secrets;
      }
      expect(sum.attackers).toBeGreaterThan(0);
      if (process.env['ATTACK_EVERY']) console.info(JSON.stringify(sum));
    }
  });

  it('would be caught if it hid small cells alone', async () => {
    const caught = await Promise.all(['audit-grades', 'seen-alone'].map((code) => naively(released.find(({ statistic }) => statistic.code === code))));
    expect(caught.every((count) => count > 0)).toBe(true);
  });
});

/** How many secrets of its latest quarter somebody who only reads would bound too closely, hidden naively. */
async function naively(released: StatisticReleased | undefined): Promise<number> {
  const last = released?.made.at(-1);
  if (!released || !last) return 0;
  const cells = await smallAlone(released.statistic, last, []);
  const made: ReleaseMade = { ...last, cells: cells ?? [] };
  return (await judge(released.statistic, [made], () => false)).caught.length;
}
