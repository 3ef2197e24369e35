import { parseArgs } from 'node:util';
import { loadDemonstration, openGraph, publishDue, readSettings } from '@qaf/platform';
import { pino } from 'pino';

/** Loads the demonstration authority into an empty database, at a scale. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' }, seed: { type: 'string' }, 'as-of': { type: 'string' } } });
  const scale = whole('scale', values.scale, 1, 200);
  const progress = process.stderr.isTTY ? (message: string) => process.stderr.write(`${message}\n`) : undefined;
  const graph = await openGraph({ ...readSettings(), logger: pino({ level: 'silent' }), progress, quiet: true });
  try {
    const started = Date.now();
    const options = { scale, ...(values.seed && { seed: whole('seed', values.seed, 0, 2 ** 31 - 1) }), ...(values['as-of'] && { asOf: values['as-of'] }) };
    const rows = await loadDemonstration(graph, { ...options, progress });
    progress?.('Publishing figures.');
    await publishDue(graph, new Date());
    process.stdout.write(`${rows} rows in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`);
  } finally {
    await graph.close();
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) throw new Error(`--${name} takes a whole number from ${least} to ${most}.`);
  return value;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
