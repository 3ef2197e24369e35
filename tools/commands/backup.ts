import { parseArgs } from 'node:util';
import { openServer, writeBackup } from '@qaf/database';
import { readSettings, STORES } from '@qaf/platform';
import { platformSecret } from '../backup/platform-secret';

const USAGE = 'Use: node tools/run.mjs backup --to <file>';

/** Writes everything that the platform keeps, as of one moment, into one file. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  if (!values.to) throw new Error(USAGE);
  const settings = readSettings();
  const secret = platformSecret(settings);
  const server = await openServer({ url: settings.databaseUrl, dataDir: settings.dataDir });
  const started = Date.now();
  try {
    const { rows, tables, bytes } = await writeBackup(server.adminUrl, STORES, { file: values.to, secret, ...progress() });
    process.stdout.write(`${rows} rows of ${tables} tables, ${(bytes / 1e6).toFixed(1)} MB, in ${((Date.now() - started) / 1000).toFixed(1)} s: ${values.to}\n`);
  } finally {
    await server.stop();
  }
}

function progress(): { progress?: (message: string) => void } {
  return process.stderr.isTTY ? { progress: (table) => process.stderr.write(`${table}\n`) } : {};
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
