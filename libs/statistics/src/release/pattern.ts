import { attackersOn } from './attackers';
import type { Attacker } from './attackers';
import { Hiding } from './hiding';
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
export function patternOf(highs: Highs, system: System, primary: Primary, rule: HidingRule): Pattern {
  const first = new Set(primary.hidden);
  const zeroShown = (row: number) => system.rows[row]?.truth === 0 && !(system.rows[row]?.isNew ? first.has(row) : system.rows[row]?.hidden);
  const lean = squeezed(system, zeroShown);
  // A zero that others tell anyhow is not made a secret of.
  for (const row of first) if (lean.inRow[row]?.length === 0) first.delete(row);
  const hiding = new Hiding(highs, system, lean, { hidden: first, alike: primary.alike }, rule);
  try {
    for (const attacker of attackersOn({ unknowns: lean.live.map((one) => ({ ...one, rows: [] })) })) if (!guards(hiding, attacker)) return { unguarded: true };
    return { hidden: hiding.hidden, solves: hiding.solves };
  } finally {
    hiding.dispose();
  }
}

/** Goes through what an attacker could bound. What gets hidden on the way is looked at in the next round. */
function guards(hiding: Hiding, attacker: Attacker): boolean {
  hiding.beginAttack(attacker);
  for (let open = hiding.openTargets(); open.length > 0; open = hiding.openTargets()) {
    for (const target of open) if (!hiding.guard(target)) return false;
  }
  return true;
}
