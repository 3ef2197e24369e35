import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bench, type BenchSettings, type ScaleResult } from '../bench/bench';
import type { ContestantName } from '../bench/contestants';
import { installPeers } from '../bench/peers';
import { tableOf } from '../bench/report';

const ROOT = join(__dirname, '../../..');
const EVERYONE: ContestantName[] = ['platform', 'apart', 'apollo', 'hive', 'postgraphile', 'limit'];
const FULL = { rounds: 5, upkeepMs: 5_000, atOnce: 4, warm: { count: 400, ms: 1_000 }, settle: { count: 40, ms: 500 }, round: { count: 200, ms: 1_000 } };
const QUICK = { rounds: 1, upkeepMs: 1_000, atOnce: 4, warm: { count: 8, ms: 0 }, settle: { count: 8, ms: 0 }, round: { count: 20, ms: 100 } };

/** Measures the platform against what else one could take, and writes bench.json. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '1' },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      warm: { type: 'string' },
      count: { type: 'string' },
      only: { type: 'string', default: '' },
      contestants: { type: 'string', default: '' },
      folder: { type: 'string', default: join(ROOT, '.data/bench') },
      out: { type: 'string', default: join(ROOT, 'bench.json') },
    },
  });
  const contestants = values.contestants ? EVERYONE.filter((name) => values.contestants.split(',').includes(name)) : EVERYONE;
  const progress = (message: string): void => void process.stderr.write(`${message}\n`);
  if (contestants.some((name) => ['apollo', 'hive', 'postgraphile'].includes(name))) installPeers(ROOT, progress);
  const common = { ...(values.quick ? QUICK : FULL), ...(values.rounds && { rounds: Number(values.rounds) }),
    ...(values.count && { round: { count: Number(values.count), ms: 0 }, settle: { count: 8, ms: 200 } }),
    ...(values.warm && { warm: { count: Number(values.warm), ms: 0 } }),
    root: ROOT, folder: resolve(values.folder), contestants, operations: values.only.split(',').filter(Boolean), progress };
  const results: ScaleResult[] = [];
  for (const scale of values.scale.split(',').map(Number)) {
    const result = await bench({ ...common, scale } satisfies BenchSettings);
    process.stdout.write(`${tableOf(result)}\n\n`);
    results.push(result);
  }
  writeFileSync(values.out, `${JSON.stringify({ node: process.version, rounds: common.rounds, atOnce: common.atOnce, round: common.round, scales: results }, null, 2)}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
