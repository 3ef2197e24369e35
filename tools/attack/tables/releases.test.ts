import { authorityOf, LARGE, MIDDLING, SMALL } from './authority.fixtures';
import { judge } from './judge';
import { guarded, publishAll, smallAlone, smallAndOneMore } from './making.fixtures';

/** More, or larger ones, for a longer look: `ATTACK_AUTHORITIES=1000 ATTACK_SIZE=large`, or `middling`. */
const AUTHORITIES = Number(process.env['ATTACK_AUTHORITIES'] ?? 200);
const SIZE = { large: LARGE, middling: MIDDLING }[process.env['ATTACK_SIZE'] ?? ''] ?? SMALL;

jest.setTimeout(3_600_000);

test(`nobody bounds a hidden cell or a small step of ${AUTHORITIES} authorities to fewer than five whole numbers`, async () => {
  const sum = { releases: 0, refused: 0, attackers: 0, secrets: 0, hidden: 0, cpu: 0, dearest: 0 };
  for (let seed = 1; seed <= AUTHORITIES; seed += 1) {
    const authority = authorityOf(seed, SIZE);
    const { made, refused, hiddenShares, cpu } = await publishAll(authority, guarded);
    const { attackers, secrets, caught } = await judge(authority.statistic, made);
    expect({ seed, caught }).toEqual({ seed, caught: [] });
    sum.releases += made.length;
    sum.refused += refused;
    sum.attackers += attackers;
    sum.secrets += secrets;
    sum.hidden += hiddenShares.reduce((one, other) => one + other, 0);
    sum.cpu += cpu.reduce((one, other) => one + other, 0);
    sum.dearest = Math.max(sum.dearest, ...cpu);
  }
  // Most are made: a guard that refuses everything guards well.
  expect(sum.refused).toBeLessThan(sum.releases / 10);
  expect(sum.secrets).toBeGreaterThan(AUTHORITIES * 20);
  if (process.env['ATTACK_AUTHORITIES']) console.info({ ...sum, hidden: sum.hidden / sum.releases, cpu: sum.cpu / sum.releases });
});

test.each([['small cells alone', smallAlone], ['small cells and one more in a line', smallAndOneMore]])('a pattern that hides %s is caught by the same program', async (_, way) => {
  let caught = 0;
  for (let seed = 1; seed <= 10; seed += 1) {
    const authority = authorityOf(seed, SIZE);
    const { made } = await publishAll(authority, way);
    if ((await judge(authority.statistic, made)).caught.length > 0) caught += 1;
  }
  expect(caught).toBe(10);
});
