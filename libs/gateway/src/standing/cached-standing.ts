import type { Standing } from '@qaf/identity';
import type { StandingSource } from './http-standing';

/** So many people are remembered at once; the one asked about longest ago goes first. */
const MOST_PEOPLE = 5_000;

interface Remembered {
  standing: Promise<Standing | null>;
  until: number;
}

/** Remembers each person's standing for `ttlMs`, and asks once for those who come together. A failure is not remembered. `clock` tells milliseconds. */
export function cachedStanding(source: StandingSource, ttlMs: number, clock: () => number = Date.now): StandingSource {
  const people = new Map<string, Remembered>();
  return (subject) => {
    const known = people.get(subject);
    if (known && clock() < known.until) return known.standing;
    const standing = source(subject);
    const entry: Remembered = { standing, until: clock() + ttlMs };
    people.delete(subject);
    people.set(subject, entry);
    forgetOldest(people);
    standing.catch(() => {
      if (people.get(subject) === entry) people.delete(subject);
    });
    return standing;
  };
}

function forgetOldest(people: Map<string, Remembered>): void {
  const oldest = people.size > MOST_PEOPLE ? people.keys().next() : undefined;
  if (oldest && !oldest.done) people.delete(oldest.value);
}
