// Checks the committed schemas; `--base <commit>` names the version that clients know.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { subgraphSchemas } from '@qaf/platform';
import { schemaFaults } from '../schema/check-schema';
import { clientFiles } from '../schema/client-files';
import { earlierVersion } from '../schema/earlier';
import { SUPERGRAPH_FILE, schemaFiles } from '../schema/schema-files';

const read = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

async function main(base: string | undefined): Promise<number> {
  const earlier = earlierVersion(SUPERGRAPH_FILE, base);
  if (base && earlier === null) throw new Error('There is no supergraph at that commit.');
  const subgraphs = subgraphSchemas();
  const client = await clientFiles(schemaFiles(subgraphs).get(SUPERGRAPH_FILE) ?? '');
  const faults = await schemaFaults({ subgraphs, client, read, earlier, declared: read('docs/breaking-changes.md') ?? '' });
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(faults.length === 0 ? 'The schemas are in order.\n' : `${faults.length} faults.\n`);
  return faults.length === 0 ? 0 : 1;
}

main(parseArgs({ options: { base: { type: 'string' } } }).values.base).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
