import type { Attacker } from './attackers';
import type { Squeezed } from './squeeze';

/** Another truth that the published figures would allow: by how much each live unknown differs from what it is. */
export type Witness = Int32Array;

/** How far a target can be below and above its truth, as far as witnesses tell. */
export interface Reach {
  down: number;
  up: number;
}

/** The live unknowns in a sum with their signs. */
export type Target = readonly (readonly [live: number, sign: 1 | -1])[];

/** How much a sum differs under a witness. */
export function shift(target: Target, witness: Witness): number {
  let sum = 0;
  for (const [live, sign] of target) sum += sign * (witness[live] ?? 0);
  return sum;
}

/** Whether an attacker would find a witness possible. Rows are looked at when a witness is found: they only get looser. */
export function possibleFor({ knows, share }: Attacker, { live }: Squeezed, witness: Witness): boolean {
  return live.every((one, at) => {
    const by = witness[at] ?? 0;
    return by === 0 || (!knows(one) && one.truth + by >= share(one));
  });
}

/** The whole numbers nearest to a solution; null where it is not whole, or breaks a row. */
export function wholeWitness(values: ArrayLike<number>, { live, inRow }: Squeezed, bounds: readonly { lower: number; upper: number }[]): Witness | null {
  const witness = new Int32Array(live.length);
  for (let at = 0; at < live.length; at += 1) {
    const value = values[at] ?? 0;
    witness[at] = Math.round(value);
    if (Math.abs(value - (witness[at] ?? 0)) > 1e-5) return null;
  }
  const holds = inRow.every((members, row) => {
    let sum = 0;
    for (const at of members) sum += witness[at] ?? 0;
    const bound = bounds[row];
    return bound === undefined || (sum >= bound.lower && sum <= bound.upper);
  });
  return holds ? witness : null;
}
