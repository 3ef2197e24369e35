// Writes the schema of each subgraph and the supergraph that they compose to.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { subgraphSchemas } from '@qaf/platform';
import { schemaFiles } from '../schema/schema-files';

try {
  for (const [path, text] of schemaFiles(subgraphSchemas())) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    process.stdout.write(`wrote ${path}\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
