import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

/** A server process of a data folder, from the folder's `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** The server running in this data folder, or null. A pid file that is left from a dead server counts as none. */
export function findPostmaster(data: string): Postmaster | null {
  const found = readPidFile(data);
  if (!found || !isPostmaster(found.pid, data)) return null;
  return found;
}

/**
 * Takes away a pid file whose process is alive but is not this server: after a crash the number may have gone to
 * another program, and PostgreSQL itself would then refuse to start.
 */
export function clearStalePidFile(data: string): void {
  const found = readPidFile(data);
  if (!found || !isAlive(found.pid) || isPostmaster(found.pid, data)) return;
  if (readPidFile(data)?.pid === found.pid) unlinkSync(join(data, 'postmaster.pid'));
}

function readPidFile(data: string): Postmaster | null {
  try {
    // Lines: pid, folder, start, port, socket folder, address, shared memory, status.
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' } : null;
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isPostmaster(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  return commandOf(pid).includes(data);
}

function commandOf(pid: number): string {
  if (!existsSync('/proc/self/cmdline')) return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
