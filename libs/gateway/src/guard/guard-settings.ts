import { isIP } from 'node:net';
import { z } from 'zod';

/** Who may ask how often, how much at once, and from where. */
export interface GuardSettings {
  guessesPerMinute: number;
  requestsPerMinute: number;
  mostInFlight: number;
  longestLagMs: number;
  /** Other origins whose pages may ask. */
  origins: readonly string[];
  /** The proxies in front, whose word on where a request came from counts. */
  trustedProxies: readonly string[];
}

export const GUARD_DEFAULTS: GuardSettings = {
  guessesPerMinute: 60,
  requestsPerMinute: 12_000,
  mostInFlight: 256,
  longestLagMs: 500,
  origins: [],
  trustedProxies: [],
};

const blank = (value: unknown): unknown => (value === '' ? undefined : value);
const count = (usual: number) => z.preprocess(blank, z.coerce.number({ error: 'must be a whole number' }).int('must be a whole number').min(1, 'must be at least 1').default(usual));
const list = (fits: (item: string) => boolean, message: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').map((item) => item.trim()).filter(Boolean) : []),
    z.array(z.string()).refine((items) => items.every(fits), message),
  );

/** The settings of the guard as the environment spells them. */
export const guardEnvironment = z.object({
  QAF_GUESSES_PER_MINUTE: count(GUARD_DEFAULTS.guessesPerMinute),
  QAF_REQUESTS_PER_MINUTE: count(GUARD_DEFAULTS.requestsPerMinute),
  QAF_MOST_IN_FLIGHT: count(GUARD_DEFAULTS.mostInFlight),
  QAF_MOST_LATE_MS: count(GUARD_DEFAULTS.longestLagMs),
  QAF_ALLOWED_ORIGINS: list(isOrigin, 'must be origins such as https://quality.example.org, with commas between'),
  QAF_TRUSTED_PROXIES: list(isNetwork, 'must be addresses or networks such as 10.0.0.0/8, with commas between'),
  METRICS_PORT: z.preprocess(blank, z.coerce.number({ error: 'must be a port' }).int('must be a port').min(0, 'must be a port').max(65_535, 'must be a port').optional()),
  METRICS_HOST: z.preprocess(blank, z.string().max(255).default('127.0.0.1')),
});

const METRICS_PORT = 4001;

/** What the environment says of the guard and of figures; a gateway on a port of chance has its figures on one too. */
export function guardSettingsOf(environment: z.infer<typeof guardEnvironment>, gatewayPort: number): { guard: GuardSettings; metrics: { host: string; port: number } } {
  return {
    guard: {
      guessesPerMinute: environment.QAF_GUESSES_PER_MINUTE,
      requestsPerMinute: environment.QAF_REQUESTS_PER_MINUTE,
      mostInFlight: environment.QAF_MOST_IN_FLIGHT,
      longestLagMs: environment.QAF_MOST_LATE_MS,
      origins: environment.QAF_ALLOWED_ORIGINS,
      trustedProxies: environment.QAF_TRUSTED_PROXIES,
    },
    metrics: { host: environment.METRICS_HOST, port: environment.METRICS_PORT ?? (gatewayPort === 0 ? 0 : METRICS_PORT) },
  };
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  return version > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)));
}
