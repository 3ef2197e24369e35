import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aloneSettings } from '@qaf/graph';
import { readSettings } from './environment';

const SECRET = 'k7Qz9Vt2Lw5Xn8RbJc4Hf6Gd1Ms3Py0T';
const PRODUCTION = {
  NODE_ENV: 'production',
  QAF_SUBGRAPH_SECRET: SECRET,
  QAF_OIDC_ISSUER: 'https://login.example.org',
  QAF_OIDC_AUDIENCE: 'quality',
  QAF_OIDC_JWKS_URL: 'https://login.example.org/keys',
};
const REMOTE = 'postgres://keeper:hunter2@db.example.org/quality';

describe('the settings of the platform', () => {
  it('are all optional in development', () => {
    expect(readSettings({})).toMatchObject({ production: false, demo: true, secret: undefined, databaseUrl: undefined, identity: { kind: 'development' } });
  });

  it('are taken in production when each is safe', () => {
    expect(readSettings({ ...PRODUCTION, DATABASE_URL: `${REMOTE}?sslmode=verify-full` })).toMatchObject({ production: true, demo: false, secret: SECRET });
  });

  it('tell every fault of a production at once, and no value', () => {
    const wrong = { NODE_ENV: 'production', PORT: '70000', QAF_SUBGRAPH_SECRET: 'changeme'.repeat(4), DATABASE_URL: `${REMOTE}?sslmode=require`, QAF_OIDC_ISSUER: 'urn:qaf:development' };
    let said = '';
    try {
      readSettings(wrong);
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said.split('\n').map((line) => line.trim().split(' ')[0])).toEqual(['The', 'PORT', 'DATABASE_URL', 'QAF_SUBGRAPH_SECRET', 'QAF_OIDC_AUDIENCE', 'QAF_OIDC_JWKS_URL', 'QAF_OIDC_ISSUER']);
    expect(said).not.toMatch(/hunter2|changeme|70000|example/);
  });

  it('are refused in production with the secret that development made', () => {
    const folder = mkdtempSync(join(tmpdir(), 'qaf-settings-'));
    writeFileSync(join(folder, 'platform-secret'), `${SECRET}\n`);
    expect(() => readSettings({ ...PRODUCTION, QAF_DATA_DIR: folder })).toThrow('QAF_SUBGRAPH_SECRET is the one that development keeps in the data folder');
    expect(() => readSettings({ ...PRODUCTION, NODE_ENV: 'development', QAF_DATA_DIR: folder })).not.toThrow();
    rmSync(folder, { recursive: true });
  });
});

describe('the settings of a part that runs alone', () => {
  it('tell every fault at once', () => {
    expect(() => aloneSettings({ NODE_ENV: 'production', DATABASE_URL: REMOTE, QAF_SUBGRAPH_SECRET: SECRET.slice(1) })).toThrow(/DATABASE_URL leads to another machine.*\n.*QAF_SUBGRAPH_SECRET must have at least 32 characters/);
    expect(() => aloneSettings({})).toThrow(/DATABASE_URL is needed.*\n.*QAF_SUBGRAPH_SECRET is needed/);
    expect(aloneSettings({ NODE_ENV: 'production', DATABASE_URL: `${REMOTE}?sslmode=verify-full`, QAF_SUBGRAPH_SECRET: SECRET })).toMatchObject({ PORT: 4010 });
  });
});
