import { readGatewaySettings } from './environment';

const GOOD = {
  QAF_SUBGRAPH_SECRET: 'a secret of the subgraphs that is long enough',
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

  it('name an outside issuer in production', () => {
    expect(read({ ...GOOD, ...OIDC })).toMatchObject({ production: true, identity: { kind: 'oidc', issuer: 'https://login.example.org' } });
    expect(() => read({ ...GOOD, NODE_ENV: 'production' })).toThrow('QAF_OIDC_JWKS_URL is needed in production');
  });
});
