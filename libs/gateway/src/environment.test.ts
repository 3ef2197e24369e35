import { readGatewaySettings } from './environment';

const GOOD = {
  QAF_SUBGRAPH_SECRET: 'k7Qz9Vt2Lw5Xn8RbJc4Hf6Gd1Ms3Py0T',
  QAF_SUBGRAPH_STAFF_URL: 'http://127.0.0.1:4101/',
  QAF_SUBGRAPH_AUDITS_URL: 'https://audits.example.org/inner',
};
const OIDC = { NODE_ENV: 'production', QAF_OIDC_ISSUER: 'https://login.example.org', QAF_OIDC_AUDIENCE: 'qaf', QAF_OIDC_JWKS_URL: 'https://login.example.org/keys' };
const read = (environment: NodeJS.ProcessEnv) => readGatewaySettings(['staff', 'audits'], environment);

describe('The settings of the gateway', () => {
  it('need only the secret and the subgraphs in development', () => {
    expect(read({ ...GOOD, PORT: '', QAF_DATA_DIR: '/var/lib/qaf' })).toEqual({
      host: '127.0.0.1',
      port: 4000,
      production: false,
      logLevel: 'info',
      dataDir: '/var/lib/qaf',
      secret: GOOD.QAF_SUBGRAPH_SECRET,
      subgraphs: { staff: 'http://127.0.0.1:4101', audits: 'https://audits.example.org/inner' },
      identity: { kind: 'development' },
      guard: { guessesPerMinute: 60, requestsPerMinute: 12_000, mostInFlight: 256, longestLagMs: 500, origins: [], trustedProxies: [] },
      metrics: { host: '127.0.0.1', port: 4001 },
    });
  });

  it('tell every fault at once, and no value', () => {
    const wrong = { NODE_ENV: 'production', PORT: '70000', QAF_SUBGRAPH_SECRET: 'hunter2', QAF_SUBGRAPH_STAFF_URL: 'ftp://staff' };
    expect(() => read(wrong)).toThrow(
      [
        'The settings cannot be used:',
        '  PORT must be a port',
        '  QAF_SUBGRAPH_SECRET must have at least 32 characters',
        '  QAF_SUBGRAPH_STAFF_URL must be an http or https address',
        '  QAF_SUBGRAPH_AUDITS_URL is needed: the address of the subgraph',
        '  QAF_OIDC_ISSUER is needed in production',
      ].join('\n'),
    );
    expect(() => read(wrong)).not.toThrow(/hunter2|ftp|70000/);
  });

  it('are refused in production with a secret that can be guessed', () => {
    expect(() => read({ ...GOOD, ...OIDC, QAF_SUBGRAPH_SECRET: 'changeme'.repeat(5) })).toThrow(/QAF_SUBGRAPH_SECRET is too easy to guess/);
    expect(() => read({ ...GOOD, ...OIDC })).not.toThrow();
  });

  it('say who may ask how often, from where, and where figures are read', () => {
    expect(read({ ...GOOD, PORT: '0', QAF_GUESSES_PER_MINUTE: '5', QAF_REQUESTS_PER_MINUTE: '', QAF_ALLOWED_ORIGINS: 'https://quality.example.org, http://localhost:5173', QAF_TRUSTED_PROXIES: '10.0.0.0/8,::1' })).toMatchObject({
      guard: { guessesPerMinute: 5, requestsPerMinute: 12_000, origins: ['https://quality.example.org', 'http://localhost:5173'], trustedProxies: ['10.0.0.0/8', '::1'] },
      metrics: { port: 0 },
    });
    const wrong = { QAF_GUESSES_PER_MINUTE: '0', QAF_MOST_IN_FLIGHT: 'many', QAF_ALLOWED_ORIGINS: 'https://quality.example.org/page', QAF_TRUSTED_PROXIES: '10.0.0.0/33', METRICS_PORT: 'x' };
    expect(() => read({ ...GOOD, ...wrong })).toThrow(/QAF_GUESSES_PER_MINUTE must be at least 1\n.*QAF_MOST_IN_FLIGHT must be a whole number\n.*QAF_ALLOWED_ORIGINS must be origins.*\n.*QAF_TRUSTED_PROXIES must be addresses.*\n.*METRICS_PORT must be a port/);
    for (const origins of ['*', 'null', 'javascript:alert(1)', 'quality.example.org']) expect(() => read({ ...GOOD, QAF_ALLOWED_ORIGINS: origins })).toThrow('QAF_ALLOWED_ORIGINS');
  });

  it('name an outside issuer in production', () => {
    expect(read({ ...GOOD, ...OIDC })).toMatchObject({ production: true, identity: { kind: 'oidc', issuer: 'https://login.example.org' } });
    expect(() => read({ ...GOOD, NODE_ENV: 'production' })).toThrow('QAF_OIDC_JWKS_URL is needed in production');
  });
});
