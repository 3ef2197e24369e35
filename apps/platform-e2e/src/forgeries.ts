import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = Record<string, unknown>;
type Sign = (input: string) => Buffer;

const part = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const hmac = (key: string | Buffer): Sign => (input) => createHmac('sha256', key).update(input).digest();
const es256 = (key: KeyObject): Sign => (input) => sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
const seconds = (): number => Math.floor(Date.now() / 1000);

/** Puts a token together by hand: no library stands between what is wrong with it and the door. */
function token(header: Json, claims: Json | string, signed: Sign): string {
  const input = `${part(header)}.${part(claims)}`;
  return `${input}.${signed(input).toString('base64url')}`;
}

const without = (claims: Json, name: string): Json => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

/** Every known way to forge a person's token, by whoever holds what: most are even signed with the issuer's own key. `right` is one that is good. */
export function forgedPersonTokens(dataDir: string, subject: string): { right: string; forged: [string, string][] } {
  const jwk = JSON.parse(readFileSync(join(dataDir, 'development-issuer.json'), 'utf8')) as Json & { kid: string; d: string };
  const issuer = createPrivateKey({ key: jwk, format: 'jwk' });
  const { d: _secret, ...published } = jwk;
  const publicPem = createPublicKey(issuer).export({ type: 'spki', format: 'pem' }).toString();
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const strangers = { ...stranger.publicKey.export({ format: 'jwk' }), alg: 'ES256' };
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const header = { alg: 'ES256', kid: jwk.kid };
  const claims = { iss: 'urn:qaf:development', aud: 'qaf', sub: subject, iat: seconds(), exp: seconds() + 600 };
  const ours = es256(issuer);
  const said = (more: Json): string => token(header, { ...claims, ...more }, ours);
  const headed = (more: Json, key: KeyObject = issuer): string => token({ ...header, ...more }, claims, es256(key));
  const right = token(header, claims, ours);
  return {
    right,
    forged: [
      ...['none', 'None', 'NONE', 'nOnE', ''].map((alg): [string, string] => [`algorithm "${alg}"`, token({ alg }, claims, () => Buffer.alloc(0))]),
      ['no algorithm', token({ kid: jwk.kid }, claims, ours)],
      ['the public key as a shared secret', token({ ...header, alg: 'HS256' }, claims, hmac(publicPem))],
      ['the published key as a shared secret', token({ ...header, alg: 'HS256' }, claims, hmac(JSON.stringify(published)))],
      ['an empty shared secret', token({ ...header, alg: 'HS256' }, claims, hmac(''))],
      ['another algorithm', token({ ...header, alg: 'RS256' }, claims, (input) => sign('sha256', Buffer.from(input), rsa.privateKey))],
      ['a stranger’s key under the right name', token(header, claims, es256(stranger.privateKey))],
      ['a name that nobody published', headed({ kid: 'another' })],
      ...['../../../../dev/null', "x' union select 'k' --", '|cat /etc/passwd', '\u0000', 'https://evil.example/key'].map((kid): [string, string] => [`the key's name "${kid.slice(0, 12)}"`, token({ alg: 'HS256', kid }, claims, hmac(''))]),
      ['a name that is an object', token({ alg: 'ES256', kid: { toString: jwk.kid } }, claims, ours)],
      ['a key of its own', headed({ jwk: strangers }, stranger.privateKey)],
      ['a key of its own beside a right signature', headed({ jwk: strangers })],
      ['an address of keys', headed({ jku: 'https://evil.example/keys' }, stranger.privateKey)],
      ['an address of keys beside a right signature', headed({ jku: 'https://evil.example/keys' })],
      ['an address of a certificate', headed({ x5u: 'https://evil.example/cert' })],
      ['a critical rule', headed({ crit: ['exp'] })],
      ['a payload that is not encoded', headed({ crit: ['b64'], b64: false })],
      ['a payload that is packed', headed({ zip: 'DEF' })],
      ['a life that is over', said({ exp: seconds() - 60 })],
      ['no end of life', token(header, without(claims, 'exp'), ours)],
      ['an end of life that is text', said({ exp: String(seconds() + 600) })],
      ['a life that has not begun', said({ nbf: seconds() + 600 })],
      ['another audience', said({ aud: 'payroll' })],
      ['audiences without ours', said({ aud: ['payroll', 'qaf2'] })],
      ['an audience that is an object', said({ aud: { qaf: true } })],
      ['no audience', token(header, without(claims, 'aud'), ours)],
      ['another issuer', said({ iss: 'urn:qaf:development2' })],
      ['issuers', said({ iss: ['urn:qaf:development'] })],
      ['no issuer', token(header, without(claims, 'iss'), ours)],
      ['no subject', token(header, without(claims, 'sub'), ours)],
      ['a subject that is an object', said({ sub: { toString: subject } })],
      ['a subject that is a list', said({ sub: [subject] })],
      ['an empty subject', said({ sub: '' })],
      ['a subject of nobody', said({ sub: `${subject}x` })],
      ['a subject with more behind it', said({ sub: `${subject}\u0000` })],
      ['claims that are a list', token(header, '[]', ours)],
      ['claims that are no JSON', token(header, 'director', ours)],
      ['claims changed', right.split('.').with(1, part({ ...claims, sub: `${subject} ` })).join('.')],
      ['a signature cut', right.slice(0, -4)],
      ['a signature of nothing', right.split('.').with(2, Buffer.alloc(64).toString('base64url')).join('.')],
      ['no signature', right.split('.').with(2, '').join('.')],
      ['two parts', right.split('.').slice(0, 2).join('.')],
      ['five parts', `${right}.a.b`],
    ],
  };
}

/** Every known way to forge the token that the gateway signs for one part. `right` is one that is good; `others` are good for another part. */
export function forgedViewerTokens(right: string, others: readonly string[], secret: string): [string, string][] {
  const [head = '', body = ''] = right.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Json;
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Json & { viewer: Json };
  const ours = hmac(secret);
  const said = (more: Json): string => token(header, { ...claims, ...more }, ours);
  const seen = (more: Json): string => said({ viewer: { ...claims.viewer, ...more } });
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return [
    ...['none', 'None', ''].map((alg): [string, string] => [`algorithm "${alg}"`, token({ alg }, claims, () => Buffer.alloc(0))]),
    ['another secret', token(header, claims, hmac('another-secret-that-is-as-long-as-it-must'))],
    ['an empty secret', token(header, claims, hmac(''))],
    ['another algorithm', token({ alg: 'HS512' }, claims, (input) => createHmac('sha512', secret).update(input).digest())],
    ['a key pair of its own', token({ alg: 'ES256', jwk: pair.publicKey.export({ format: 'jwk' }) as Json }, claims, es256(pair.privateKey))],
    ['a critical rule', token({ ...header, crit: ['x'], x: 1 }, claims, ours)],
    ['a payload that is not encoded', token({ ...header, crit: ['b64'], b64: false }, claims, ours)],
    ...others.map((other, index): [string, string] => [`another part's (${index})`, other]),
    ['audiences without this part', said({ aud: ['x', 'y'] })],
    ['another issuer', said({ iss: 'urn:qaf:development' })],
    ['a life that is over', said({ iat: seconds() - 120, exp: seconds() - 60 })],
    ['a life that is long', said({ iat: seconds() - 120, exp: seconds() + 86_400 })],
    ['a life that has not begun', said({ nbf: seconds() + 600 })],
    ['no end of life', token(header, without(claims, 'exp'), ours)],
    ['no beginning', token(header, without(claims, 'iat'), ours)],
    ['no viewer', token(header, without(claims, 'viewer'), ours)],
    ['a person that is an object', seen({ personId: { toString: claims.viewer['personId'] } })],
    ['a role that never was', seen({ grants: [{ role: 'superuser', scope: 'authority', scopeId: null }] })],
    ['teams that are a list of another kind', seen({ teams: ['*'] })],
    ['more than a viewer has', seen({ bypass: true })],
    ['claims changed', right.split('.').with(1, part({ ...claims, viewer: { ...claims.viewer, displayName: 'x' } })).join('.')],
    ['a signature cut', right.slice(0, -4)],
    ['no signature', right.split('.').with(2, '').join('.')],
    ['nonsense', 'a.b.c'],
  ];
}
