import { readFileSync, writeFileSync } from 'node:fs';

/** A process's resident memory now (`VmRSS`) or at its peak (`VmHWM`), in bytes, as Linux counts it. */
export function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  const kilobytes = new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1_024;
}

/** Begins the peak anew; what is resident now, in bytes. */
export function restartPeak(pid: number): number {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return memoryOf(pid, 'VmRSS');
}
