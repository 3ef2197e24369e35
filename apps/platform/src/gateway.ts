import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseAway } from '@qaf/database';
import { cachedStanding, createGateway, type GuardSettings, type Metrics, PUBLIC_FIELDS, type SubgraphTransport, SubgraphUnavailable } from '@qaf/gateway';
import type { Subgraph } from '@qaf/graph';
import { developmentVerifier, type IdentitySettings, type Standing, tokenVerifier, type VerifyToken, viewerSource } from '@qaf/identity';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { OpenGraph } from './graph';

const STANDING_MS = 5_000;
/** How much longer, while workforce does not answer. */
const GRACE_MS = 60_000;

/** The gateway over subgraphs in the same process. */
export function gatewayOver(graph: OpenGraph, options: { identity: IdentitySettings; dataDir: string; production: boolean; logger: Logger; guard?: GuardSettings; metrics?: Metrics }): Promise<FastifyInstance> {
  const transports = Object.fromEntries(Object.entries(graph.subgraphs).map(([name, subgraph]) => [name, inProcess(subgraph)]));
  return createGateway({
    supergraph: supergraph(),
    transports,
    files: graph.files,
    viewerOf: viewerSource({ verify: verifierOf(options), standingOf: cachedStanding((subject) => standingIn(graph, subject), { ttlMs: STANDING_MS, graceMs: GRACE_MS }) }),
    production: options.production,
    logger: options.logger,
    publicFields: PUBLIC_FIELDS,
    ...(options.guard && { guard: options.guard }),
    ...(options.metrics && { metrics: options.metrics }),
    ready: async () => (await Promise.all(Object.values(graph.subgraphs).map((subgraph) => subgraph.missing()))).flat(),
  });
}

async function standingIn(graph: OpenGraph, subject: string): Promise<Standing | null> {
  try {
    return await graph.standingOf(subject);
  } catch (error) {
    throw databaseAway(error) ? new SubgraphUnavailable('no database') : error;
  }
}

/** The committed supergraph; it lies beside the gateway's code in the sources and in the build. */
export function supergraph(): string {
  return readFileSync(join(__dirname, '../../../libs/gateway/supergraph.graphql'), 'utf8');
}

export function verifierOf({ identity, dataDir }: { identity: IdentitySettings; dataDir: string }): VerifyToken {
  return identity.kind === 'development' ? developmentVerifier(dataDir) : tokenVerifier(identity);
}

function inProcess(subgraph: Subgraph): SubgraphTransport {
  return {
    execute: ({ document, variables, operationName, viewer }) => subgraph.execute({ document, variables, operationName, viewer }),
  };
}
