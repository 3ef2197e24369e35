import { breath } from './breath';
import type { Attack, Hiding } from './hiding';

/** How much work is spent on showing more; a count, so that the same input always gives the same pattern. */
export const MOST_SOLVES = 1000;

/**
 * Shows again what was hidden to guard others and is needed no more. What helped one target often makes the earlier help of
 * another superfluous. `secondary` are rows of the new release, the most telling first.
 */
export async function showAgain(hiding: Hiding, attacks: Attack[], secondary: readonly number[]): Promise<void> {
  const most = hiding.programmes.solves + MOST_SOLVES;
  for (const row of secondary) {
    if (hiding.programmes.solves > most) return;
    hiding.expose(row);
    const trials = await trialsWithout(hiding, attacks, row);
    if (!trials) {
      hiding.hide(row);
      continue;
    }
    hiding.dropMoving(attacks, row);
    for (const [at, trial] of trials.entries()) attacks[at] = { ...trial, seen: attacks[at]?.seen ?? 0 };
  }
}

/** Each attack as it stands with a row shown; null as soon as one would succeed. */
async function trialsWithout(hiding: Hiding, attacks: readonly Attack[], row: number): Promise<Attack[] | null> {
  const trials: Attack[] = [];
  for (const attack of attacks) {
    await breath();
    const trial = hiding.trial(attack, row);
    if (!stands(hiding, trial)) return null;
    trials.push(trial);
  }
  return trials;
}

function stands(hiding: Hiding, attack: Attack): boolean {
  const open = hiding.open(attack);
  if (open.length > 0) hiding.programmes.beginAttack(attack.attacker);
  return open.every((line) => hiding.stands(attack, line));
}
