// Hive Gateway with its Rust query planner over the same subgraphs, with the signed viewer on each fetch and nothing shared between requests.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { addressed, ready, signViewer, viewers } from './viewer.mjs';

const settings = JSON.parse(process.env.BENCH_SETTINGS);
const viewerOf = viewers({ dataDir: settings.dataDir, workforce: settings.subgraphs.workforce, secret: settings.secret });
const signed = new WeakMap();

/** Signed once for each request and subgraph. */
async function tokenFor(request, subgraph) {
  let tokens = signed.get(request);
  if (!tokens) signed.set(request, (tokens = { viewer: viewerOf(request.headers.get('authorization')) }));
  tokens[subgraph] ??= tokens.viewer.then((viewer) => signViewer(viewer, { audience: subgraph, secret: settings.secret }));
  return tokens[subgraph];
}

const gateway = createGatewayRuntime({
  supergraph: addressed(readFileSync(settings.supergraph, 'utf8'), settings.subgraphs),
  unifiedGraphHandler,
  logging: false,
  landingPage: false,
  graphiql: false,
  inboundInflightRequestDeduplication: false,
  transportEntries: { '*': { options: { deduplicateInflightRequests: false } } },
  propagateHeaders: {
    fromClientToSubgraphs: async ({ request, subgraphName }) => ({ authorization: `Bearer ${await tokenFor(request, subgraphName)}` }),
  },
});
const server = createServer(gateway);
server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${server.address().port}/graphql`));
