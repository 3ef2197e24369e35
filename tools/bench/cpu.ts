import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICK_US = 10_000;

interface ProcessFacts {
  pid: number;
  parent: number;
  /** Processor time so far, its threads and the children it has waited for left out, in µs. */
  cpuUs: number;
}

/** Processor time of each of these processes so far, in µs. One that is gone is left out. */
export function cpuOf(pids: readonly number[]): Map<number, number> {
  return new Map(pids.flatMap((pid) => factsOf(pid)).map((facts) => [facts.pid, facts.cpuUs]));
}

/** What was spent between two readings, in µs; a process that came in between counts from its start. */
export function spent(before: Map<number, number>, after: Map<number, number>): number {
  let sum = 0;
  for (const [pid, us] of after) sum += us - (before.get(pid) ?? 0);
  return sum;
}

/** A process and everything below it. */
export function treeOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => factsOf(Number(name)));
  const tree = [pid];
  for (let at = 0; at < tree.length; at += 1) tree.push(...all.filter((one) => one.parent === tree[at]).map((one) => one.pid));
  return tree;
}

/** Resident memory of these processes together, in MB; what they share is counted for each. */
export function memoryOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0));
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024);
}

function factsOf(pid: number): ProcessFacts[] {
  const text = read(`/proc/${pid}/stat`);
  if (text === '') return [];
  // The name, in brackets, may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return [{ pid, parent: Number(fields[1]), cpuUs: (Number(fields[11]) + Number(fields[12])) * TICK_US }];
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
