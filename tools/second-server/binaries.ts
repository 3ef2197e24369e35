import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface SystemBinaries {
  bin: string;
  major: number;
}

/** The oldest PostgreSQL that the platform takes. */
const OLDEST = 15;
/** Where the packages of Debian, Fedora and Homebrew put theirs. */
const PLACES = ['/usr/lib/postgresql', '/usr', '/opt/homebrew/opt', '/usr/local/opt'];

/** The newest PostgreSQL that is installed on this machine, or null. */
export function systemPostgres(): SystemBinaries | null {
  const found = PLACES.flatMap(below).flatMap((bin) => {
    const major = majorOf(bin);
    return major === null || major < OLDEST ? [] : [{ bin, major }];
  });
  return found.sort((a, b) => b.major - a.major)[0] ?? null;
}

function below(place: string): string[] {
  if (!existsSync(place)) return [];
  const folders = ['.', ...readdirSync(place).filter((name) => /^(\d+|pgsql-\d+|postgresql(@\d+)?)$/.test(name))];
  return folders.map((name) => join(place, name, 'bin')).filter((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')));
}

function majorOf(bin: string): number | null {
  const said = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? '';
  const major = /PostgreSQL\) (\d+)/.exec(said)?.[1];
  return major ? Number(major) : null;
}
