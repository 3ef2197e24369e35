import { type DatabaseServer, openServer, prepareStores, SUBGRAPH_NAMES, type SubgraphName } from '@qaf/database';
import { type FileKeeper, scannerAt } from '@qaf/files';
import { evidenceDesk, keepEvidenceSecret } from '@qaf/governance';
import { type ExecutionMode, regularly, Subgraph } from '@qaf/graph';
import type { Standing } from '@qaf/identity';
import { type DomainEvent, EventRelay, routesFrom, Sealer } from '@qaf/record';
import { reportRegularly } from '@qaf/release';
import { keepVoiceSecret, releaseRegularly } from '@qaf/voice';
import { standingAsked } from '@qaf/workforce';
import type { Logger } from 'pino';
import { databaseNews } from './database-news';
import { REPORTING } from './reporting';
import { sharedSecret } from './secret';
import { STORES } from './stores';
import { DEFINITIONS } from './subgraphs';

export interface GraphSettings {
  databaseUrl: string | undefined;
  dataDir: string;
  secret: string | undefined;
  /** Where ClamAV answers; without it only the test string of the scanners' makers is found. */
  clamd?: string | undefined;
  logger: Logger;
  /** Told what takes time, for a terminal. */
  progress?: ((message: string) => void) | undefined;
  poolSize?: number;
  /** How documents are run; compiled when left out. */
  execution?: ExecutionMode | undefined;
  now?: () => Date;
  /** A command that neither sends nor hears events: the relays stay off, and what it publishes waits for a platform that runs. */
  quiet?: boolean;
}

const SWEEP_MS = 60_000;

/** All four subgraphs in this process, on one database, with their events. */
export interface OpenGraph {
  server: DatabaseServer;
  secret: string;
  subgraphs: Record<SubgraphName, Subgraph>;
  relays: Record<SubgraphName, EventRelay>;
  /** The application login's address for each. */
  urls: Record<SubgraphName, string>;
  standingOf(subject: string): Promise<Standing | null>;
  /** Where files are handed in and given out. */
  files: FileKeeper;
  /** Publishes what is due soon rather than within the hour. */
  report(): void;
  /** Resolves when every event has had its effect. */
  settled(timeoutMs: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens the database, brings it up to date and opens the four subgraphs on it. */
export async function openGraph(settings: GraphSettings): Promise<OpenGraph> {
  const secret = settings.secret ?? (await sharedSecret(settings.dataDir));
  keepVoiceSecret(secret);
  keepEvidenceSecret(secret);
  const server = await openServer({ url: settings.databaseUrl, dataDir: settings.dataDir, news: databaseNews(settings.logger), ...(settings.progress && { log: settings.progress }) });
  try {
    const urls = await prepareStores(server.adminUrl, STORES, { secret });
    return await open(server, secret, urls, settings);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function open(server: DatabaseServer, secret: string, urls: Record<SubgraphName, string>, settings: GraphSettings): Promise<OpenGraph> {
  const subgraphs = {} as Record<SubgraphName, Subgraph>;
  const relays = {} as Record<SubgraphName, EventRelay>;
  for (const name of SUBGRAPH_NAMES) {
    subgraphs[name] = await openSubgraph(name, urls[name], settings, () => relays[name]?.nudge());
    relays[name] = relayOf(name, urls[name], settings.logger, (to, event) => subgraphs[to].handle(event));
  }
  const sealers = SUBGRAPH_NAMES.map((from) => sealerOf(from, urls[from], secret, settings.logger, subgraphs.governance));
  if (!settings.quiet) {
    for (const relay of Object.values(relays)) await relay.start();
    for (const sealer of sealers) sealer.start();
  }
  const files = evidenceDesk({ unit: (viewer, action) => subgraphs.governance.unit(viewer, action), scanner: scannerAt(settings.clamd), now: settings.now });
  const sweeping = settings.quiet ? undefined : regularly(() => files.sweep(), SWEEP_MS, (kind) => settings.logger.error({ kind }, 'unused files were not swept'));
  const releasing = settings.quiet ? undefined : releaseRegularly(subgraphs.voice, { now: settings.now, failed: (kind) => settings.logger.error({ kind }, 'anonymous answers were not released') });
  const reporting = settings.quiet ? [] : REPORTING.map(({ name, sources }) => reportRegularly(subgraphs[name], { store: DEFINITIONS[name].store, sources }, { now: settings.now, failed: (kind) => settings.logger.error({ kind, subgraph: name }, 'figures were not published') }));
  return {
    server,
    secret,
    subgraphs,
    relays,
    urls,
    files,
    standingOf: (subject) => standingAsked(subgraphs.workforce, subject, settings.now?.() ?? new Date()),
    report: () => reporting.forEach((one) => one.look()),
    settled: (timeoutMs) => settled(relays, timeoutMs),
    close: async () => {
      await sweeping?.stop();
      await releasing?.stop();
      await Promise.all(reporting.map((one) => one.stop()));
      await Promise.all(Object.values(relays).map((relay) => relay.stop()));
      await Promise.all(sealers.map((sealer) => sealer.stop()));
      await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
      await server.stop();
    },
  };
}

/** One subgraph on its own login; its faults are logged by kind alone. */
export function openSubgraph(
  name: SubgraphName,
  url: string,
  settings: Pick<GraphSettings, 'logger' | 'poolSize' | 'now' | 'execution'>,
  published: () => void,
): Promise<Subgraph> {
  return Subgraph.open(DEFINITIONS[name], {
    url,
    published,
    failed: (kind) => settings.logger.error({ subgraph: name, kind }, 'a subgraph failed'),
    ...(settings.poolSize !== undefined && { poolSize: settings.poolSize }),
    ...(settings.now && { now: settings.now }),
    execution: settings.execution,
  });
}

export function relayOf(from: SubgraphName, url: string, logger: Logger, deliver: (to: SubgraphName, event: DomainEvent) => Promise<void>): EventRelay {
  return new EventRelay({ from, url, routes: routesFrom(from), deliver, logger });
}

/** Seals one subgraph's record of access; governance, in the same process, keeps the batches of all. */
function sealerOf(from: SubgraphName, url: string, secret: string, logger: Logger, governance: Subgraph): Sealer {
  return new Sealer({ from, url, secret, logger, handOver: (handover) => governance.receiveRecord(handover, secret) });
}

/** An event's effect may publish another, so one quiet round of all is wanted, twice. */
async function settled(relays: Record<SubgraphName, EventRelay>, timeoutMs: number): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const relay of Object.values(relays)) await relay.settled(timeoutMs);
  }
}
