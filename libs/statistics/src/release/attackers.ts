import type { Live } from './squeeze';

/** One who knows rows beside what is published; the first of all knows none. */
export interface Attacker {
  /** `outside`, `dimension level member`, or `own` and a key. */
  name: string;
  knows(unknown: { members: readonly string[] }): boolean;
  /** How much of an unknown they know, where they do not know all of it. */
  share(unknown: { own: ReadonlyMap<string, number> }): number;
}

const OUTSIDE: Attacker = { name: 'outside', knows: () => false, share: () => 0 };

/** Everybody who could reckon: the outsider, whoever stands over a member, whoever made rows. In one order. */
export function attackersOn(live: readonly Live[]): Attacker[] {
  const over = new Set(live.flatMap(({ members }) => members));
  const own = new Set(live.flatMap((one) => [...one.own].flatMap(([who, count]) => (count > 0 ? [who] : []))));
  return [
    OUTSIDE,
    ...[...over].sort().map((name): Attacker => ({ name, knows: ({ members }) => members.includes(name), share: () => 0 })),
    ...[...own].sort().map((who): Attacker => ({ name: `own ${who}`, knows: () => false, share: (unknown) => unknown.own.get(who) ?? 0 })),
  ];
}
