import { join } from 'node:path';
import { identityEnvironment, secretEnvironment } from '@qaf/identity';
import type { IdentitySettings } from '@qaf/identity';
import { z } from 'zod';
import { guardEnvironment, guardSettingsOf } from './guard/guard-settings';
import type { GuardSettings } from './guard/guard-settings';

export interface GatewaySettings {
  host: string;
  port: number;
  production: boolean;
  logLevel: string;
  /** Where the development issuer keeps its key. */
  dataDir: string;
  /** Signs what is asked of the subgraphs. */
  secret: string;
  /** Where each subgraph is, by its name, without a slash at the end. */
  subgraphs: Record<string, string>;
  identity: IdentitySettings;
  guard: GuardSettings;
  /** Where figures are read. */
  metrics: { host: string; port: number };
}

/** An unset variable and an empty one mean the same: compose files and shells write the latter. */
const blank = (value: unknown): unknown => (value === '' ? undefined : value);

const address = z.preprocess(
  blank,
  z
    .string({ error: 'is needed: the address of the subgraph' })
    .regex(/^https?:\/\/[^\s?#]+$/, 'must be an http or https address')
    .transform((url) => url.replace(/\/+$/, '')),
);

const shape = z.object({
  NODE_ENV: z.preprocess(blank, z.enum(['development', 'test', 'production'], { error: 'must be development, test or production' }).default('development')),
  HOST: z.preprocess(blank, z.string().max(255).default('127.0.0.1')),
  PORT: z.preprocess(blank, z.coerce.number({ error: 'must be a port' }).int('must be a port').min(0, 'must be a port').max(65_535, 'must be a port').default(4000)),
  QAF_DATA_DIR: z.preprocess(blank, z.string().optional()),
  QAF_LOG_LEVEL: z.preprocess(blank, z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug'], { error: 'must be silent, fatal, error, warn, info or debug' }).default('info')),
});

/** Reads the settings of a gateway over the named subgraphs. Every fault is named at once, and no value. */
export function readGatewaySettings(subgraphs: readonly string[], environment: NodeJS.ProcessEnv): GatewaySettings {
  const variables = subgraphs.map((name) => [name, `QAF_SUBGRAPH_${name.toUpperCase()}_URL`] as const);
  const own = shape.safeParse(environment);
  const urls = z.object(Object.fromEntries(variables.map(([, variable]) => [variable, address]))).safeParse(environment);
  const identity = identityEnvironment.safeParse(environment);
  const guard = guardEnvironment.safeParse(environment);
  const secret = secretEnvironment({ needed: true }).safeParse(environment);
  const faults = [own, secret, urls, identity, guard].flatMap((part) => part.error?.issues ?? []);
  if (!own.success || !secret.success || !urls.success || !identity.success || !guard.success) throw new SettingsFault(faults.map((fault) => `${fault.path.join('.')} ${fault.message}`));
  const { NODE_ENV, HOST, PORT, QAF_LOG_LEVEL, QAF_DATA_DIR } = own.data;
  return {
    host: HOST,
    port: PORT,
    production: NODE_ENV === 'production',
    logLevel: QAF_LOG_LEVEL,
    dataDir: QAF_DATA_DIR ?? join(process.cwd(), '.data'),
    secret: String(secret.data),
    subgraphs: Object.fromEntries(variables.map(([name, variable]) => [name, String(urls.data[variable])])),
    identity: identity.data,
    ...guardSettingsOf(guard.data, PORT),
  };
}

/** Settings that cannot be used; each fault on a line of its own. */
export class SettingsFault extends Error {
  override readonly name = 'SettingsFault';

  constructor(faults: readonly string[]) {
    super(`The settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}
