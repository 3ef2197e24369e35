import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { below } from './launched';

const LISTEN = '0A';

/** The TCP ports on which a process and everything below it listen. */
export function portsOf(pid: number): number[] {
  const mine = new Set([pid, ...below(pid).map((one) => one.pid)].flatMap(socketsOf));
  const rows = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').slice(1));
  return rows.flatMap((row) => {
    const [, local = '', , state, , , , , , inode = ''] = row.trim().split(/\s+/);
    return state === LISTEN && mine.has(inode) ? [parseInt(local.split(':')[1] ?? '', 16)] : [];
  });
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? []);
  } catch {
    return [];
  }
}
