import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsFault } from '@qaf/gateway';
import { startGateway } from './start-gateway';

const supergraph = readFileSync(join(__dirname, '../../../libs/gateway/supergraph.graphql'), 'utf8');

startGateway(supergraph, process.env).catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsFault ? error.message : `The gateway could not start: ${String(error)}`}\n`);
  process.exit(1);
});
