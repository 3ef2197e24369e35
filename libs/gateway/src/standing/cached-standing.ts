import type { Standing } from '@qaf/identity';
import { within } from '../execution/within';
import type { StandingSource } from './http-standing';

/** So many people are remembered at once; the one asked about longest ago goes first. */
const MOST_PEOPLE = 5_000;
/** How long workforce is not asked again about a person after it did not answer. */
const PAUSE_MS = 500;
/** How long workforce may take to say. */
const LONGEST_MS = 1_500;

export interface StandingCacheOptions {
  /** How long a standing is taken as it was: a role that ends, ends within this. */
  ttlMs: number;
  /** How much longer it is taken while workforce does not answer. */
  graceMs: number;
  /** Milliseconds. */
  clock?: () => number;
}

interface Remembered {
  standing: Promise<Standing | null>;
  /** When it is asked for again. */
  until: number;
  /** Until when what was learned last may stand in for it. */
  graceUntil: number;
}

/**
 * Remembers each person's standing, and asks once for those who come together. While workforce does not answer, those who
 * were known a moment ago stay known for the grace; a person who is gone, or who is new, does not. A failure is not remembered.
 */
export function cachedStanding(source: StandingSource, { ttlMs, graceMs, clock = Date.now }: StandingCacheOptions): StandingSource {
  const people = new Map<string, Remembered>();
  const keep = (subject: string, entry: Remembered): void => {
    people.delete(subject);
    people.set(subject, entry);
    forgetOldest(people);
  };
  return (subject) => {
    const known = people.get(subject);
    if (known && clock() < known.until) return known.standing;
    const standing = within(LONGEST_MS, source(subject)).catch((error: unknown) => {
      if (known && clock() < known.graceUntil) {
        keep(subject, { ...known, until: clock() + PAUSE_MS });
        return known.standing;
      }
      if (people.get(subject) === entry) people.delete(subject);
      throw error;
    });
    const now = clock();
    const entry: Remembered = { standing, until: now + ttlMs, graceUntil: now + ttlMs + graceMs };
    keep(subject, entry);
    return standing;
  };
}

function forgetOldest(people: Map<string, Remembered>): void {
  const oldest = people.size > MOST_PEOPLE ? people.keys().next() : undefined;
  if (oldest && !oldest.done) people.delete(oldest.value);
}
