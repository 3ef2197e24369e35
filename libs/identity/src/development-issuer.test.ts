import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentVerifier, issueDevelopmentToken } from './development-issuer';
import { Unauthenticated } from './unauthenticated';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'development-issuer-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test('a token is for the person it was issued to', async () => {
  const token = await issueDevelopmentToken({ subject: 'grace.oduya', dataDir });
  await expect(developmentVerifier(dataDir)(token)).resolves.toEqual({ subject: 'grace.oduya' });
});

test('a token is good after a restart, since the key is kept', async () => {
  const token = await issueDevelopmentToken({ subject: 'grace.oduya', dataDir });
  await issueDevelopmentToken({ subject: 'someone.else', dataDir });
  await expect(developmentVerifier(dataDir)(token)).resolves.toEqual({ subject: 'grace.oduya' });
});

test('the key is for its owner’s eyes alone, and nothing else is left beside it', async () => {
  await issueDevelopmentToken({ subject: 'grace.oduya', dataDir });
  expect(readdirSync(dataDir)).toEqual(['development-issuer.json']);
  expect(statSync(join(dataDir, 'development-issuer.json')).mode & 0o777).toBe(0o600);
});

test('many who start at once on an empty folder agree on one key', async () => {
  const below = join(dataDir, 'not', 'there', 'yet');
  const tokens = await Promise.all(Array.from({ length: 8 }, () => issueDevelopmentToken({ subject: 'grace.oduya', dataDir: below })));
  const verify = developmentVerifier(below);
  for (const token of tokens) await expect(verify(token)).resolves.toEqual({ subject: 'grace.oduya' });
  expect(readdirSync(below)).toEqual(['development-issuer.json']);
});

test('a token of another installation, or one that is over, is refused', async () => {
  const other = join(dataDir, 'other');
  const foreign = await issueDevelopmentToken({ subject: 'grace.oduya', dataDir: other });
  const over = await issueDevelopmentToken({ subject: 'grace.oduya', dataDir, lifetime: -60 });
  for (const token of [foreign, over]) await expect(developmentVerifier(dataDir)(token)).rejects.toThrow(Unauthenticated);
});

test('the kept key is whole', async () => {
  await issueDevelopmentToken({ subject: 'grace.oduya', dataDir });
  expect(JSON.parse(readFileSync(join(dataDir, 'development-issuer.json'), 'utf8'))).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256' });
});
