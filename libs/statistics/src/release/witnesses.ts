import type { Attacker } from './attackers';
import type { Squeezed } from './squeeze';

/** Another truth that the published figures would allow: by how much each live unknown differs from what it is. */
export type Witness = Int32Array;

/** The live unknowns in a sum with their signs. */
export type Target = readonly (readonly [live: number, sign: 1 | -1])[];

/** Between what a sum may differ from its truth. */
export interface Bound {
  lower: number;
  upper: number;
}

/** How far a target can be below and above its truth, as far as witnesses tell. */
export interface Reach {
  down: number;
  up: number;
}

/** How much a sum differs under a witness. */
export function shift(target: Target, witness: Witness): number {
  let sum = 0;
  for (const [live, sign] of target) sum += sign * (witness[live] ?? 0);
  return sum;
}

/** By how much a witness moves each line that it moves. */
export function movesOf(lines: readonly Target[], witness: Witness): Map<number, number> {
  const moves = new Map<number, number>();
  for (const [line, target] of lines.entries()) {
    const by = shift(target, witness);
    if (by !== 0) moves.set(line, by);
  }
  return moves;
}

/** Whether an attacker would find a witness possible by what they know beside what is published. */
export function possibleFor({ knows, share }: Attacker, { live }: Squeezed, witness: Witness): boolean {
  return live.every((one, at) => {
    const by = witness[at] ?? 0;
    return by === 0 || (!knows(one) && one.truth + by >= share(one));
  });
}

/** The whole numbers nearest to a solution, reckoned after anew; null where it is not whole, or breaks a line. */
export function wholeWitness(values: ArrayLike<number>, lines: readonly Target[], columns: number, bounds: readonly Bound[]): Witness | null {
  const witness = new Int32Array(columns);
  for (let at = 0; at < columns; at += 1) {
    const value = values[at] ?? 0;
    witness[at] = Math.round(value);
    if (Math.abs(value - (witness[at] ?? 0)) > 1e-5) return null;
  }
  const holds = lines.every((line, at) => {
    const bound = bounds[at];
    const by = bound ? shift(line, witness) : 0;
    return !bound || (by >= bound.lower && by <= bound.upper);
  });
  return holds ? witness : null;
}
