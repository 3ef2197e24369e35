// Writes the schema of each subgraph, the supergraph that they compose to, and the client made from it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { subgraphSchemas } from '@qaf/platform';
import { clientFiles } from '../schema/client-files';
import { SUPERGRAPH_FILE, schemaFiles } from '../schema/schema-files';

async function main(): Promise<void> {
  const files = schemaFiles(subgraphSchemas());
  const client = await clientFiles(files.get(SUPERGRAPH_FILE) ?? '');
  for (const [path, text] of [...files, ...client]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    process.stdout.write(`wrote ${path}\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
