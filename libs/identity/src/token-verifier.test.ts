import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { tokenVerifier } from './token-verifier';
import { Unauthenticated } from './unauthenticated';

const issuer = 'https://login.example.org';
const audience = 'quality';
const noon = new Date('2026-06-01T12:00:00Z');
const seconds = noon.getTime() / 1000;

const provider = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
// A provider need not say which algorithm a key is for: the list is ours.
const published = { ...provider.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' };
const verify = tokenVerifier({ issuer, audience, keys: { keys: [published] }, now: () => noon });

const rightHeader = { alg: 'RS256', kid: 'one', typ: 'JWT' };
const rightClaims = { iss: issuer, aud: audience, sub: 'amina.khan', exp: seconds + 60, iat: seconds };

type Parts = { header?: object; claims?: object; key?: KeyObject; sign?: (input: string) => Buffer };

// Built by hand, so that a token can be wrong in ways that no library would write.
function forge({ header = rightHeader, claims = rightClaims, key = provider.privateKey, sign }: Parts): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part(header)}.${part(claims)}`;
  const signature = sign ? sign(input) : createSign('sha256').update(input).sign(key);
  return `${input}.${signature.toString('base64url')}`;
}

async function refusal(token: string): Promise<Unauthenticated> {
  const error: unknown = await verify(token).then(() => undefined, (caught: unknown) => caught);
  expect(error).toBeInstanceOf(Unauthenticated);
  return error as Unauthenticated;
}

test('a token of the provider says who asks', async () => {
  await expect(verify(forge({}))).resolves.toEqual({ subject: 'amina.khan' });
});

test('one of several audiences is enough', async () => {
  await expect(verify(forge({ claims: { ...rightClaims, aud: ['other', audience] } }))).resolves.toEqual({ subject: 'amina.khan' });
});

const publicPem = provider.publicKey.export({ type: 'spki', format: 'pem' }) as string;
const hmac = (secret: string) => (input: string) => createHmac('sha256', secret).update(input).digest();
const strangerJwk = { ...stranger.publicKey.export({ format: 'jwk' }), kid: 'mine' };
const without = (name: keyof typeof rightClaims): object => Object.fromEntries(Object.entries(rightClaims).filter(([key]) => key !== name));

describe.each<[string, string]>([
  ['no algorithm', forge({ header: { ...rightHeader, alg: 'none' }, sign: () => Buffer.alloc(0) })],
  ['no algorithm, in another case', forge({ header: { ...rightHeader, alg: 'nOnE' }, sign: () => Buffer.alloc(0) })],
  ['the public key taken for a secret', forge({ header: { ...rightHeader, alg: 'HS256' }, sign: hmac(publicPem) })],
  ['the published key taken for a secret', forge({ header: { ...rightHeader, alg: 'HS256' }, sign: hmac(JSON.stringify(published)) })],
  ['an algorithm that is not accepted', forge({ header: { ...rightHeader, alg: 'RS512' }, sign: (input) => createSign('sha512').update(input).sign(provider.privateKey) })],
  ['a stranger’s key under the right name', forge({ key: stranger.privateKey })],
  ['a key name that nobody published', forge({ header: { ...rightHeader, kid: 'two' } })],
  ['a key name that is a path', forge({ header: { ...rightHeader, kid: '../../dev/null' }, sign: hmac('') })],
  ['a key of its own in the header', forge({ header: { alg: 'RS256', kid: 'mine', jwk: strangerJwk }, key: stranger.privateKey })],
  ['a key of its own in the header, under the right name', forge({ header: { ...rightHeader, jwk: strangerJwk }, key: stranger.privateKey })],
  ['an address of keys in the header', forge({ header: { ...rightHeader, jku: 'https://evil.example/keys' }, key: stranger.privateKey })],
  ['an address of keys beside a right signature', forge({ header: { ...rightHeader, jku: 'https://evil.example/keys' } })],
  ['a certificate’s address in the header', forge({ header: { ...rightHeader, x5u: 'https://evil.example/cert' } })],
  ['a critical header', forge({ header: { ...rightHeader, crit: ['exp'], exp: seconds + 60 } })],
  ['an unencoded payload', forge({ header: { ...rightHeader, crit: ['b64'], b64: false } })],
  ['a signature changed', `${forge({}).slice(0, -4)}AAAA`],
  ['claims changed', forge({}).split('.').with(1, Buffer.from(JSON.stringify({ ...rightClaims, sub: 'director' })).toString('base64url')).join('.')],
  ['no signature', forge({}).split('.').with(2, '').join('.')],
  ['two parts', forge({}).split('.').slice(0, 2).join('.')],
  ['five parts', 'a.b.c.d.e'],
  ['nothing', ''],
  ['a word', 'token'],
  ['a life that is over', forge({ claims: { ...rightClaims, exp: seconds - 6 } })],
  ['no end of life', forge({ claims: without('exp') })],
  ['an end of life that is text', forge({ claims: { ...rightClaims, exp: String(seconds + 60) } })],
  ['a life that has not begun', forge({ claims: { ...rightClaims, nbf: seconds + 6 } })],
  ['another audience', forge({ claims: { ...rightClaims, aud: 'payroll' } })],
  ['no audience', forge({ claims: without('aud') })],
  ['another issuer', forge({ claims: { ...rightClaims, iss: `${issuer}.evil.example` } })],
  ['an issuer with a slash more', forge({ claims: { ...rightClaims, iss: `${issuer}/` } })],
  ['no issuer', forge({ claims: without('iss') })],
  ['no subject', forge({ claims: without('sub') })],
  ['a subject that is an object', forge({ claims: { ...rightClaims, sub: { toString: 'director' } } })],
  ['a subject that is a list', forge({ claims: { ...rightClaims, sub: ['director'] } })],
  ['a subject that is a number', forge({ claims: { ...rightClaims, sub: 7 } })],
  ['an empty subject', forge({ claims: { ...rightClaims, sub: '' } })],
  ['a blank subject', forge({ claims: { ...rightClaims, sub: '  ' } })],
  ['a subject of 201 characters', forge({ claims: { ...rightClaims, sub: 'a'.repeat(201) } })],
  ['a subject with a NUL', forge({ claims: { ...rightClaims, sub: 'amina.khan\u0000' } })],
  ['a subject with half of a character', forge({ claims: { ...rightClaims, sub: 'amina.khan\ud800' } })],
  ['too much of everything', forge({ claims: { ...rightClaims, groups: 'g'.repeat(16_384) } })],
])('%s', (_what, token) => {
  test('is refused, with words that tell nothing', async () => {
    const error = await refusal(token);
    expect(error.message).toBe('Sign in to continue.');
    expect(JSON.stringify([error.reason, error.cause])).not.toMatch(/amina|director|evil|example/);
  });
});

test('keys out of reach refuse as any wrong token does, and the log can tell', async () => {
  const remote = tokenVerifier({ issuer, audience, jwksUrl: 'http://127.0.0.1:1/keys', now: () => noon });
  await expect(remote(forge({}))).rejects.toMatchObject({ message: 'Sign in to continue.', reason: 'keys out of reach' });
});

test('a verifier without keys is not made', () => {
  expect(() => tokenVerifier({ issuer, audience })).toThrow('needs the keys');
});

test('a token that was good a moment ago is refused once it has ended', async () => {
  let now = noon;
  const moving = tokenVerifier({ issuer, audience, keys: { keys: [published] }, now: () => now });
  const token = forge({});
  await expect(moving(token)).resolves.toEqual({ subject: 'amina.khan' });
  now = new Date(noon.getTime() + 20_000);
  await expect(moving(token)).resolves.toEqual({ subject: 'amina.khan' });
  now = new Date(noon.getTime() + 66_000);
  await expect(moving(token)).rejects.toBeInstanceOf(Unauthenticated);
});
