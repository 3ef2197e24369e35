import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Installs what the platform is measured against, as its own lock file has it, the first time it is needed. */
export function installPeers(root: string, progress: (message: string) => void): void {
  const folder = join(root, 'tools/bench/peers');
  const lock = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).digest('hex');
  const mark = join(folder, 'node_modules/.installed-for');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  progress('Installing what is measured against (only needed once).');
  const run = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--ignore-scripts', '--prefer-offline'], { cwd: folder, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`The packages of tools/bench/peers could not be installed:\n${run.stderr}`);
  writeFileSync(mark, lock);
}
