import { parseArgs } from 'node:util';
import { openServer, prepareStores, restoreBackup } from '@qaf/database';
import { readSettings, STORES } from '@qaf/platform';
import { verifyRecord } from '@qaf/record';
import { platformSecret } from '../backup/platform-secret';

const USAGE = 'Use: node tools/run.mjs restore --from <file>';

/** Restores a backup into an empty database and checks that what came back is whole. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: 'string' } } });
  if (!values.from) throw new Error(USAGE);
  const settings = readSettings();
  const secret = platformSecret(settings);
  const server = await openServer({ url: settings.databaseUrl, dataDir: settings.dataDir });
  try {
    const { takenAt, rows, tables } = await restoreBackup(server.adminUrl, STORES, { file: values.from, secret, ...progress() });
    process.stdout.write(`Restored as of ${takenAt}: ${rows} rows of ${tables} tables, each the same as in the backup; row rules, rights and roles too.\n`);
    if (!(await recordIsWhole(server.adminUrl, secret))) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}

/** The record of access came back as it was; whether it was whole then is another question. */
async function recordIsWhole(adminUrl: string, secret: string): Promise<boolean> {
  const urls = await prepareStores(adminUrl, STORES, { secret });
  const checks = await Promise.all(STORES.map(async ({ name }) => ({ name, ...(await verifyRecord({ from: name, url: urls[name], secret })) })));
  for (const { name, batches, lines, faults } of checks) {
    const found = faults.map(({ kind, batch }) => `${kind} at batch ${batch}`).slice(0, 5);
    process.stdout.write(`Record of access of ${name}: ${found.length === 0 ? `whole, ${lines} lines in ${batches} sealed batches` : `NOT WHOLE: ${found.join(', ')}`}.\n`);
  }
  return checks.every(({ faults }) => faults.length === 0);
}

function progress(): { progress?: (message: string) => void } {
  return process.stderr.isTTY ? { progress: (table) => process.stderr.write(`${table}\n`) } : {};
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
