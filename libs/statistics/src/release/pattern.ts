import { attackersOn } from './attackers';
import { Hiding } from './hiding';
import type { Attack } from './hiding';
import { showAgain } from './showing';
import type { Primary } from './primary';
import type { Highs } from 'highs';
import { squeezed } from './squeeze';
import type { System } from './system';
import type { HidingRule } from './statistic';

/** Which rows of the new release are hidden; or that no pattern guards it beside the earlier ones. */
export type Pattern = { hidden: Set<number>; solves: number } | { unguarded: true };

/**
 * Hides, beside what is small itself, enough others that no attacker can bound a hidden row or a small step to fewer whole
 * numbers than the rule asks. What proves it for each is two other truths, in whole numbers, that fit all that they know.
 */
export async function patternOf(highs: Highs, system: System, primary: Primary, rule: HidingRule): Promise<Pattern> {
  const first = new Set(primary.hidden);
  const zeroShown = (row: number) => system.rows[row]?.truth === 0 && !(system.rows[row]?.isNew ? first.has(row) : system.rows[row]?.hidden);
  const lean = squeezed(system, zeroShown);
  // A zero that others tell anyhow is not made a secret of.
  for (const row of first) if (lean.inRow[row]?.length === 0) first.delete(row);
  const hiding = new Hiding(highs, system, lean, { hidden: first, alike: primary.alike }, rule);
  try {
    const attacks = attackersOn(lean.live).map((attacker) => hiding.begin(attacker));
    if (!(await guardedAgainstAll(hiding, attacks))) return { unguarded: true };
    const secondary = [...hiding.hidden].filter((row) => !first.has(row));
    await showAgain(hiding, attacks, secondary.sort((one, other) => worth(system, other) - worth(system, one) || one - other));
    return { hidden: hiding.hidden, solves: hiding.programmes.solves };
  } finally {
    hiding.programmes.dispose();
  }
}

/** What is hidden against one attacker is a secret from every other too: round by round, until nothing is added. */
async function guardedAgainstAll(hiding: Hiding, attacks: readonly Attack[]): Promise<boolean> {
  for (let before = -1; before !== hiding.hidden.size; ) {
    before = hiding.hidden.size;
    for (const attack of attacks) if (!(await hiding.guardAgainst(attack))) return false;
  }
  return true;
}

function worth({ rows }: System, row: number): number {
  return rows[row]?.truth ?? 0;
}
