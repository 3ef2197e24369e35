import { identityEnvironment } from './environment';

const council = { QAF_OIDC_ISSUER: 'https://login.example.org', QAF_OIDC_AUDIENCE: 'quality', QAF_OIDC_JWKS_URL: 'https://login.example.org/keys' };

function faults(environment: Record<string, string>): string[] {
  return identityEnvironment.safeParse(environment).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
}

test('nothing set is the development issuer', () => {
  expect(identityEnvironment.parse({})).toEqual({ kind: 'development' });
  expect(identityEnvironment.parse({ QAF_OIDC_ISSUER: '', NODE_ENV: 'development' })).toEqual({ kind: 'development' });
});

test('all set is the council’s own provider', () => {
  const settings = { kind: 'oidc', issuer: 'https://login.example.org', audience: 'quality', jwksUrl: 'https://login.example.org/keys' };
  expect(identityEnvironment.parse(council)).toEqual(settings);
  expect(identityEnvironment.parse({ ...council, NODE_ENV: 'production' })).toEqual(settings);
});

test('production without a provider is refused, each setting by name', () => {
  expect(faults({ NODE_ENV: 'production' })).toEqual([
    'QAF_OIDC_ISSUER is needed in production',
    'QAF_OIDC_AUDIENCE is needed in production',
    'QAF_OIDC_JWKS_URL is needed in production',
  ]);
});

test('a provider set in part is a fault, all at once', () => {
  expect(faults({ QAF_OIDC_JWKS_URL: 'ftp://keys' })).toEqual([
    'QAF_OIDC_ISSUER is needed where the others are set',
    'QAF_OIDC_AUDIENCE is needed where the others are set',
    'QAF_OIDC_JWKS_URL must be an https address (http only on this machine, and not in production)',
  ]);
});

test('production never takes the development issuer or keys that travel in the clear', () => {
  expect(faults({ ...council, NODE_ENV: 'production', QAF_OIDC_ISSUER: 'urn:qaf:development' })).toEqual(['QAF_OIDC_ISSUER names the development issuer']);
  expect(faults({ ...council, NODE_ENV: 'production', QAF_OIDC_JWKS_URL: 'http://127.0.0.1/keys' })).toHaveLength(1);
  expect(faults({ ...council, QAF_OIDC_JWKS_URL: 'http://login.example.org/keys' })).toHaveLength(1);
  expect(faults({ ...council, QAF_OIDC_JWKS_URL: 'http://localhost:9000/keys' })).toEqual([]);
});
