import { PUBLIC_FIELDS, cachedStanding, createGateway, httpFileDesk, httpReadiness, httpStanding, httpTransport, httpWaiting, measureEvents, openMetrics, readGatewaySettings, subgraphNamesIn } from '@qaf/gateway';
import type { GatewaySettings } from '@qaf/gateway';
import { closeOnSignal, startWithLauncher } from '@qaf/graph';
import { developmentVerifier, tokenVerifier, viewerSource } from '@qaf/identity';
import type { VerifyToken } from '@qaf/identity';
import { pino } from 'pino';

/** How long a person's standing is taken as it was: a role that ends, ends within this. */
const STANDING_MS = 5_000;
/** How much longer, while workforce does not answer. */
const GRACE_MS = 60_000;

/** Starts the gateway over the subgraphs that the settings name, and stops it on a signal or when its launcher goes. */
export async function startGateway(supergraph: string, environment: NodeJS.ProcessEnv): Promise<void> {
  startWithLauncher();
  const settings = readGatewaySettings(subgraphNamesIn(supergraph), environment);
  const logger = pino({ level: settings.logLevel });
  const transports = mapValues(settings.subgraphs, (url, name) => httpTransport({ name, url: `${url}/graphql`, secret: settings.secret }));
  const standing = httpStanding({ url: `${settings.subgraphs['workforce'] ?? ''}/standing`, secret: settings.secret });
  const figures = await openMetrics(settings.metrics, logger);
  const waitingOf = mapValues(settings.subgraphs, (url, name) => httpWaiting({ name, url: `${url}/waiting`, secret: settings.secret }));
  figures.metrics.beforeEachPage(() => measureEvents(figures.metrics, waitingOf));
  const files = httpFileDesk({ name: 'governance', url: settings.subgraphs['governance'] ?? '', secret: settings.secret });
  const server = await createGateway({
    supergraph,
    transports,
    files,
    viewerOf: viewerSource({ verify: verifierOf(settings), standingOf: cachedStanding(standing, { ttlMs: STANDING_MS, graceMs: GRACE_MS }) }),
    production: settings.production,
    logger,
    publicFields: PUBLIC_FIELDS,
    ready: httpReadiness(settings.subgraphs),
    guard: settings.guard,
    metrics: figures.metrics,
  });
  server.addHook('onClose', async () => {
    await Promise.all([figures.close(), standing.close(), files.close(), ...[...Object.values(transports), ...Object.values(waitingOf)].map((part) => part.close())]);
  });
  const address = await server.listen({ host: settings.host, port: settings.port });
  closeOnSignal(() => server.close());
  logger.info({ address: `${address}/graphql` }, 'the gateway answers');
}

function verifierOf({ identity, dataDir }: GatewaySettings): VerifyToken {
  return identity.kind === 'development' ? developmentVerifier(dataDir) : tokenVerifier(identity);
}

function mapValues<A, B>(record: Record<string, A>, change: (value: A, key: string) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
