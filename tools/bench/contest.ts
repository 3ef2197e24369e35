import { setTimeout as sleep } from 'node:timers/promises';
import type { Asker } from './ask';
import type { Contestant } from './contestants';
import { cpuOf, spent, treeOf } from './cpu';
import type { Round } from './figures';
import type { Freezer } from './freeze';
import type { Question } from './operations';

export interface ContestSettings {
  /** How many are asked at once. */
  atOnce: number;
  /** How many operations a round has at least, and how long it lasts at least, in ms. */
  round: Stretch;
  /** How much a contestant does before its first round at an operation counts. */
  warm: Stretch;
  /** How much it does before each later one, so that what waited for it is done. */
  settle: Stretch;
  /** How long each contestant is watched unasked, in ms. */
  upkeepMs: number;
}

export interface Stretch {
  count: number;
  ms: number;
}

export interface Entry {
  contestant: Contestant;
  asker: Asker;
  question(turn: number): Question;
}

/** One round of one contestant while all others stand still: processor time of its processes and of the database, without its upkeep. */
export async function playRound(entry: Entry, everyone: readonly number[], database: number, freezer: Freezer, settings: ContestSettings, first: boolean, upkeep: Upkeep): Promise<Round> {
  await freezer.only(null, everyone);
  freezer.resume(entry.contestant.pids);
  try {
    // Those that seal the record find what all others left while they stood still.
    await sleep(settings.upkeepMs / 2);
    await drive(entry, settings.atOnce, first ? settings.warm : settings.settle);
    const pids = entry.contestant.pids.flatMap(treeOf);
    const before = { node: cpuOf(pids), database: cpuOf(treeOf(database)), at: performance.now() };
    const latenciesMs = await drive(entry, settings.atOnce, settings.round);
    const ms = performance.now() - before.at;
    // What it would have spent without a question is no question's.
    const nodeUs = spent(before.node, cpuOf(pids)) - upkeep.nodeUs * ms;
    const databaseUs = spent(before.database, cpuOf(treeOf(database))) - upkeep.databaseUs * ms;
    return { count: latenciesMs.length, nodeUs, databaseUs, ms, latenciesMs };
  } finally {
    freezer.resume(everyone);
    await sleep(10);
  }
}

/** On a machine that is busy with something else, a round ends all the same. */
const LONGEST_MS = 20_000;

/** What a contestant spends when nobody asks: its upkeep, in µs of processor time for each ms. */
export interface Upkeep {
  nodeUs: number;
  databaseUs: number;
}

/** Lets one contestant stand alone and unasked for a while. */
export async function upkeepOf(contestant: Contestant, everyone: readonly number[], database: number, freezer: Freezer, ms: number): Promise<Upkeep> {
  await freezer.only(null, everyone);
  freezer.resume(contestant.pids);
  try {
    await sleep(ms / 2);
    const pids = contestant.pids.flatMap(treeOf);
    const before = { node: cpuOf(pids), database: cpuOf(treeOf(database)), at: performance.now() };
    await sleep(ms);
    const passed = performance.now() - before.at;
    return { nodeUs: spent(before.node, cpuOf(pids)) / passed, databaseUs: spent(before.database, cpuOf(treeOf(database))) / passed };
  } finally {
    freezer.resume(everyone);
  }
}

let turn = 0;

/** Asks again and again, so many at once, for a while; answers how long each took, in ms. */
async function drive({ asker, question }: Entry, atOnce: number, { count, ms }: Stretch): Promise<number[]> {
  const started = performance.now();
  const took: number[] = [];
  const one = async (): Promise<void> => {
    for (let since = performance.now(); since - started < ms || (took.length < count && since - started < LONGEST_MS); since = performance.now()) {
      await asker.ask(question((turn += 1)));
      took.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return took;
}
