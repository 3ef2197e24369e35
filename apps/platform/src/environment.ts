import { join } from 'node:path';
import { guardEnvironment, type GuardSettings, guardSettingsOf } from '@qaf/gateway';
import { databaseEnvironment } from '@qaf/database';
import type { ExecutionMode } from '@qaf/graph';
import { identityEnvironment, type IdentitySettings, secretEnvironment } from '@qaf/identity';
import { z } from 'zod';
import { keptSecret } from './secret';

export interface PlatformSettings {
  host: string;
  port: number;
  databaseUrl: string | undefined;
  dataDir: string;
  demo: boolean;
  production: boolean;
  logLevel: string;
  secret: string | undefined;
  /** Where ClamAV answers. */
  clamd: string | undefined;
  /** How documents are run; tests run them both ways. */
  execution: ExecutionMode;
  identity: IdentitySettings;
  guard: GuardSettings;
  /** Where figures are read. */
  metrics: { host: string; port: number };
}

const blank = (value: unknown): unknown => (value === '' ? undefined : value);

const shape = z.object({
  NODE_ENV: z.preprocess(blank, z.enum(['development', 'test', 'production']).default('development')),
  HOST: z.preprocess(blank, z.string().max(255).default('127.0.0.1')),
  PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65535).default(4000)),
  QAF_DATA_DIR: z.preprocess(blank, z.string().default(join(process.cwd(), '.data'))),
  QAF_CLAMD: z.preprocess(blank, z.string().max(255).optional()),
  QAF_DEMO: z.preprocess(blank, z.enum(['0', '1']).optional()),
  QAF_EXECUTION: z.preprocess(blank, z.enum(['compiled', 'interpreted', 'both']).default('compiled')),
  QAF_LOG_LEVEL: z.preprocess(blank, z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info')),
});

/** The secret that development made for itself is no secret of production: whoever ran the demonstration has read it. */
const madeSecret = z
  .object({ NODE_ENV: z.string().optional(), QAF_SUBGRAPH_SECRET: z.string().optional(), QAF_DATA_DIR: shape.shape.QAF_DATA_DIR })
  .superRefine(({ NODE_ENV, QAF_SUBGRAPH_SECRET: secret, QAF_DATA_DIR }, context) => {
    if (NODE_ENV !== 'production' || !secret || keptSecret(QAF_DATA_DIR) !== secret) return;
    context.addIssue({ code: 'custom', path: ['QAF_SUBGRAPH_SECRET'], message: 'is the one that development keeps in the data folder; production needs one of its own' });
  });

/** Reads the settings, once; every fault is named at once. The only place of this app that looks at the environment. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): PlatformSettings {
  const own = shape.safeParse(environment);
  const identity = identityEnvironment.safeParse(environment);
  const guard = guardEnvironment.safeParse(environment);
  const database = databaseEnvironment({ needed: false }).safeParse(environment);
  const secret = secretEnvironment({ needed: false }).safeParse(environment);
  const faults = [own, database, secret, madeSecret.safeParse(environment), identity, guard].flatMap((part) => part.error?.issues ?? []);
  if (!own.success || !database.success || !secret.success || !identity.success || !guard.success || faults.length > 0) throw new SettingsFault(faults.map((fault) => `${fault.path.join('.')} ${fault.message}`));
  const { data } = own;
  const production = data.NODE_ENV === 'production';
  return {
    host: data.HOST,
    port: data.PORT,
    databaseUrl: database.data,
    dataDir: data.QAF_DATA_DIR,
    demo: data.QAF_DEMO === undefined ? !production : data.QAF_DEMO === '1',
    production,
    logLevel: data.QAF_LOG_LEVEL,
    secret: secret.data,
    clamd: data.QAF_CLAMD,
    execution: data.QAF_EXECUTION,
    identity: identity.data,
    ...guardSettingsOf(guard.data, data.PORT),
  };
}

/** Settings that cannot be used; says each fault on a line of its own, and no value. */
export class SettingsFault extends Error {
  constructor(faults: string[]) {
    super(`The settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'SettingsFault';
  }
}
