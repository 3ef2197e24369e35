import { Draws } from './random';

/** A case that could be drawn. `key` names it for ever; texts are compared by their bytes. */
export interface FrameCase {
  key: string;
  /** The team that holds the case; null when none does. */
  team: string | null;
  plan: string;
  /** Why it is left out; null: it may be drawn. */
  excluded: string | null;
}

/** So many cases of a team, of a plan type, or of both. */
export interface Quota {
  team: string | null;
  plan: string | null;
  size: number;
}

export type DrawPlan = { method: 'WHOLE' } | { method: 'RANDOM'; size: number } | { method: 'QUOTA'; quotas: readonly Quota[] };

/** What was drawn of one part of the frame: a team and plan type, or a quota. */
export interface Stratum {
  team: string | null;
  plan: string | null;
  /** Cases that could be drawn of it. */
  eligible: number;
  /** How many were to be drawn. More than `drawn` only where a quota could not be filled. */
  wanted: number;
  drawn: number;
}

export interface Drawn {
  /** Keys in the order of the draw. */
  keys: string[];
  strata: Stratum[];
}

/**
 * Draws from a frame: the same frame, plan and seed give the same cases in the same order, whatever order the frame comes
 * in. A random sample is spread over team and plan type so that every case is as likely as any other, and each part gets
 * its share to the nearest case above or below. Within a part, and within a quota, every choice is as likely.
 */
export function draw(frame: readonly FrameCase[], plan: DrawPlan, seed: number): Drawn {
  const eligible = frame.filter((one) => one.excluded === null).toSorted((one, other) => compare(one.key, other.key));
  const draws = new Draws(seed);
  if (plan.method === 'WHOLE') return whole(eligible);
  return plan.method === 'RANDOM' ? spread(eligible, plan.size, draws) : byQuota(eligible, plan.quotas, draws);
}

function whole(eligible: readonly FrameCase[]): Drawn {
  const strata = strataOf(eligible).map(({ team, plan, cases }) => ({ team, plan, eligible: cases.length, wanted: cases.length, drawn: cases.length }));
  return { keys: eligible.map((one) => one.key), strata };
}

/** One number decides which parts get the case above their share: the parts' shares are laid end to end and cut at every whole from there on. */
function spread(eligible: readonly FrameCase[], size: number, draws: Draws): Drawn {
  const total = eligible.length;
  const wanted = Math.min(size, total);
  const start = total === 0 ? 0 : draws.below(total);
  const cut = (reached: number): number => Math.floor((wanted * reached + start) / Math.max(total, 1));
  let reached = 0;
  const parts = strataOf(eligible).map(({ team, plan, cases }) => {
    const before = cut(reached);
    reached += cases.length;
    const share = cut(reached) - before;
    return { keys: take(cases, share, draws), stratum: { team, plan, eligible: cases.length, wanted: share, drawn: share } };
  });
  return { keys: parts.flatMap((part) => part.keys), strata: parts.map((part) => part.stratum) };
}

/** A case is drawn once: for the first quota that takes it. */
function byQuota(eligible: readonly FrameCase[], quotas: readonly Quota[], draws: Draws): Drawn {
  const taken = new Set<string>();
  const strata = quotas.map(({ team, plan, size }) => {
    const open = eligible.filter((one) => !taken.has(one.key) && (team === null || one.team === team) && (plan === null || one.plan === plan));
    const keys = take(open, Math.min(size, open.length), draws);
    keys.forEach((key) => taken.add(key));
    return { team, plan, eligible: open.length, wanted: size, drawn: keys.length };
  });
  return { keys: [...taken], strata };
}

/** The first places of a shuffle of the cases (Fisher and Yates). */
function take(cases: readonly FrameCase[], size: number, draws: Draws): string[] {
  const keys = cases.map((one) => one.key);
  for (let place = 0; place < size; place += 1) {
    const other = place + draws.below(keys.length - place);
    [keys[place], keys[other]] = [keys[other] as string, keys[place] as string];
  }
  return keys.slice(0, size);
}

interface Part {
  team: string | null;
  plan: string;
  cases: FrameCase[];
}

/** By team, those of no team first, then by plan type. */
function strataOf(eligible: readonly FrameCase[]): Part[] {
  const parts = new Map<string, Part>();
  for (const one of eligible) {
    const name = `${one.team ?? ''} ${one.plan}`;
    const part = parts.get(name) ?? { team: one.team, plan: one.plan, cases: [] };
    part.cases.push(one);
    parts.set(name, part);
  }
  return [...parts].toSorted(([one], [other]) => compare(one, other)).map(([, part]) => part);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
