import { databaseEnvironment, SUBGRAPH_NAMES, type SubgraphName } from '@qaf/database';
import type { FileKeeper } from '@qaf/files';
import { secretEnvironment, type Standing } from '@qaf/identity';
import { EventRelay, routesFrom, Sealer } from '@qaf/record';
import type { Logger } from 'pino';
import { z } from 'zod';
import { Subgraph, type SubgraphDefinition } from '../build';
import { deliverEvent, handOverRecord, type Neighbours } from './between';
import { regularly as doRegularly } from './regularly';
import { serveSubgraph } from './serve-subgraph';

const blank = (value: unknown): unknown => (value === '' ? undefined : value);
const address = z.preprocess(blank, z.url({ protocol: /^https?$/, error: 'must be the address of a subgraph' }).optional());

const shape = z.object({
  HOST: z.preprocess(blank, z.string().max(255).default('127.0.0.1')),
  PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65535).default(4010)),
  QAF_CLAMD: z.preprocess(blank, z.string().max(255).optional()),
  QAF_SUBGRAPH_WORKFORCE_URL: address,
  QAF_SUBGRAPH_CASEWORK_URL: address,
  QAF_SUBGRAPH_VOICE_URL: address,
  QAF_SUBGRAPH_GOVERNANCE_URL: address,
});

export type AloneSettings = z.infer<typeof shape> & { DATABASE_URL: string; QAF_SUBGRAPH_SECRET: string };

/** The settings of a subgraph that runs alone; throws with every fault named, and no value. */
export function aloneSettings(environment: NodeJS.ProcessEnv): AloneSettings {
  const read = shape.safeParse(environment);
  const database = databaseEnvironment({ needed: true }).safeParse(environment);
  const secret = secretEnvironment({ needed: true }).safeParse(environment);
  if (read.success && database.success && secret.success) return { ...read.data, DATABASE_URL: String(database.data), QAF_SUBGRAPH_SECRET: String(secret.data) };
  const faults = [read, database, secret].flatMap((part) => part.error?.issues ?? []);
  throw new Error(`The settings cannot be used:\n${faults.map((fault) => `  ${fault.path.join('.')} ${fault.message}`).join('\n')}`);
}

export interface AloneOptions {
  settings: AloneSettings;
  logger: Logger;
  /** Workforce alone: where a person stands. */
  standingOf?: (subgraph: Subgraph, subject: string) => Promise<Standing | null>;
  /** Governance alone: where files are handed in and given out. */
  files?: (subgraph: Subgraph) => FileKeeper;
  /** What it does by itself from time to time; stopped before the subgraph closes. */
  regularly?: (subgraph: Subgraph, failed: (kind: string) => void) => { stop(): Promise<void> };
}

const SWEEP_MS = 60_000;

/** Runs one subgraph in a process of its own: its part of the graph, the events it hears and the events it sends. */
export async function runAlone(definition: SubgraphDefinition, { settings, logger, standingOf, files, regularly }: AloneOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { DATABASE_URL: url, QAF_SUBGRAPH_SECRET: secret } = settings;
  const neighbours: Neighbours = { secret, addressOf: (name) => settings[`QAF_SUBGRAPH_${name.toUpperCase() as Uppercase<SubgraphName>}_URL`] };
  const relay = new EventRelay({ from: definition.store.name, url, routes: routesFrom(definition.name), logger, deliver: (to, event) => deliverEvent(to, event, neighbours) });
  const subgraph = await Subgraph.open(definition, {
    url,
    published: () => relay.nudge(),
    failed: (kind) => logger.error({ subgraph: definition.name, kind }, 'the subgraph failed'),
  });
  const sealer = new Sealer({
    from: definition.store.name,
    url,
    secret,
    logger,
    handOver: (handover) => (subgraph.receivesRecord ? subgraph.receiveRecord(handover, secret) : handOverRecord(handover, neighbours)),
  });
  const desk = files?.(subgraph);
  const server = serveSubgraph({ subgraph, secret, waiting: () => relay.waiting(), ...(desk && { files: desk }), ...(standingOf && { standingOf: (subject: string) => standingOf(subgraph, subject) }) });
  await relay.start();
  sealer.start();
  const listening = await server.listen({ host: settings.HOST, port: settings.PORT });
  logger.info({ subgraph: definition.name }, 'listening');
  const sweeping = desk && doRegularly(() => desk.sweep(), SWEEP_MS, (kind) => logger.error({ kind }, 'unused files were not swept'));
  const doing = regularly?.(subgraph, (kind) => logger.error({ subgraph: definition.name, kind }, 'what the subgraph does by itself failed'));
  return {
    url: listening,
    close: async () => {
      await server.close();
      await sweeping?.stop();
      await doing?.stop();
      await relay.stop();
      await sealer.stop();
      await subgraph.close();
    },
  };
}

/** The names of the subgraphs as the settings spell them. */
export const SUBGRAPH_URL_SETTINGS = SUBGRAPH_NAMES.map((name) => `QAF_SUBGRAPH_${name.toUpperCase()}_URL`);
