// Runs a script on the Node that the project is locked to, whatever Node started this one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules');
const places = ['node', 'node-bin'].map((name) => join(packages, `${name}-${process.platform}-${process.arch}`, 'bin/node'));
const run = spawnSync(places.find((place) => existsSync(place)) ?? process.execPath, process.argv.slice(2), { stdio: 'inherit' });
process.exit(run.status ?? 1);
