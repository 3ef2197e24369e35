import { parseArgs } from 'node:util';
import { ImportFileRefused } from '@qaf/casework';
import { DatabaseFailure } from '@qaf/database';
import { IndicatorFileRefused } from '@qaf/governance';
import { openGraph, readSettings, seed } from '@qaf/platform';
import { ReturnFileRefused } from '@qaf/workforce';
import { pino } from 'pino';
import { FORMATS, type ImportFormat, usage } from '../import/formats';
import { hashOf, readGiven } from '../import/given-files';
import { settle } from '../import/settle';

const PATIENCE_MS = 60_000;

/** Loads a file and prints what was added, changed and left out, and why, row by row. */
async function main(): Promise<void> {
  const { format, names, check, asAt } = asked();
  const files = await Promise.all(names.map(readGiven));
  const read = await format.read(files, asAt);
  const progress = process.stderr.isTTY ? (message: string) => process.stderr.write(`${message}\n`) : undefined;
  const graph = await openGraph({ ...readSettings(), logger: pino({ level: 'silent' }), progress, quiet: check });
  try {
    if (!check) await seed(graph);
    const { text, events } = await read.load(graph, { fileHash: hashOf(files), check, now: new Date() });
    process.stdout.write(text);
    if (!check && events > 0) process.stdout.write(`\n${events} events were published. ${await settle(graph, PATIENCE_MS)}\n`);
  } finally {
    await graph.close();
  }
}

interface Asked {
  format: ImportFormat;
  names: string[];
  check: boolean;
  asAt: { asAt?: string };
}

function asked(): Asked {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean', default: false }, 'as-at': { type: 'string' } } });
  const [name = '', ...names] = positionals;
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (!format) throw new Error(name === '' ? usage() : `There is no format "${name}".\n${usage()}`);
  if (names.length < format.least || names.length > format.most) throw new Error(usage());
  const asAt = values['as-at'];
  if (asAt !== undefined && !isDay(asAt)) throw new Error('--as-at takes a day, yyyy-mm-dd.');
  return { format, names, check: values.check, asAt: asAt === undefined ? {} : { asAt } };
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function reasonOf(error: unknown): string {
  if (error instanceof ImportFileRefused) return `${error.fileName}: ${error.message}`;
  if (error instanceof IndicatorFileRefused || error instanceof ReturnFileRefused) return error.message;
  if (error instanceof DatabaseFailure) return error.code === LOCKED ? 'Another import is under way; nothing was written.' : `${error.message} Nothing was written.`;
  return error instanceof Error ? error.message : 'The import failed.';
}

/** PostgreSQL's code for a lock that was not had in time. */
const LOCKED = '55P03';

main().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 1;
});
