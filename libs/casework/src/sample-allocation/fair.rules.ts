/** Somebody who can be given audits. */
export interface FairAuditor {
  id: string;
  /** How many the programme asks of their role in the period; 1 at least. */
  share: number;
  /** How many they have in the period already. */
  load: number;
}

export interface FairCase {
  key: string;
  /** The auditors who may have it. */
  may: ReadonlySet<string>;
}

/** Who is given each case, by its key; null where nobody may have it. */
export type Given = Map<string, string | null>;

interface Hands {
  auditor: FairAuditor;
  cases: FairCase[];
}

/**
 * Gives cases out as evenly as the rules let them be: nobody gets a case that they may not have, every case that somebody may
 * have is given, and no other way of giving them out is fairer (the sum, over auditors and their audits, of the k-th audit's
 * number over the share asked of them, is the least). The same cases and auditors are always given out alike.
 *
 * Each case in turn goes to whoever would then be least burdened, of all who can be reached by handing cases on; what lies
 * between keeps its number. (The way of Harvey, Ladner, Lovász and Tamir, Semi-matchings for bipartite graphs and load
 * balancing, 2003, with loads measured against shares.)
 */
export function giveFairly(cases: readonly FairCase[], auditors: readonly FairAuditor[]): Given {
  const order = auditors.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const hands = new Map(order.map((auditor) => [auditor.id, { auditor, cases: [] as FairCase[] }]));
  const unfit: FairCase[] = [];
  for (const one of cases) if (!giveOne(one, hands)) unfit.push(one);
  const given: Given = new Map(unfit.map((one) => [one.key, null]));
  for (const { auditor, cases: held } of hands.values()) for (const one of held) given.set(one.key, auditor.id);
  return new Map(cases.map((one) => [one.key, given.get(one.key) ?? null]));
}

interface Step {
  hand: Hands;
  /** The case that would come to this hand, and the hand it would come from; none for the new case. */
  by: FairCase;
  from: Hands | null;
}

function giveOne(fresh: FairCase, hands: ReadonlyMap<string, Hands>): boolean {
  const reached = reach(fresh, hands);
  let best: Step | null = null;
  for (const step of reached.values()) if (best === null || lighter(step.hand, best.hand)) best = step;
  for (let step = best; step !== null; step = step.from === null ? null : (reached.get(step.from) ?? null)) {
    step.hand.cases.push(step.by);
    if (step.from) step.from.cases.splice(step.from.cases.indexOf(step.by), 1);
  }
  return best !== null;
}

/** Every hand that a case can come to, directly or because another hands one of its own on. */
function reach(fresh: FairCase, hands: ReadonlyMap<string, Hands>): Map<Hands, Step> {
  const reached = new Map<Hands, Step>();
  const queue: { by: FairCase; from: Hands | null }[] = [{ by: fresh, from: null }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const hand of hands.values()) {
      if (reached.has(hand) || !next.by.may.has(hand.auditor.id)) continue;
      reached.set(hand, { hand, ...next });
      queue.push(...hand.cases.map((by) => ({ by, from: hand })));
    }
  }
  return reached;
}

/** Whether one more audit would burden the one less than the other, by the share asked of each. Whole numbers only. */
function lighter(one: Hands, other: Hands): boolean {
  const left = (one.auditor.load + one.cases.length + 1) * other.auditor.share;
  const right = (other.auditor.load + other.cases.length + 1) * one.auditor.share;
  return left < right;
}
