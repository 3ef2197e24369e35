import { createLocalJWKSet, createRemoteJWKSet, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload, JWTVerifyGetKey } from 'jose';
import { Unauthenticated } from './unauthenticated';
import { VerifiedTokens } from './verified-tokens';

/** Signatures that an outside issuer may use. No symmetric one: a public key must never be taken for a secret. */
const ALGORITHMS = ['RS256', 'ES256', 'PS256', 'EdDSA'];
/** Headers by which a token brings a key of its own, or asks for a rule of its own. */
const REFUSED_HEADERS = ['jku', 'jwk', 'x5u', 'crit', 'b64', 'zip'];
const LONGEST_TOKEN = 16_384;
const LONGEST_SUBJECT = 200;
/** Control characters and halves of characters: no issuer's subject has them, and no database keeps them. */
const UNSPOKEN = /[\p{Cc}\p{Cs}]/u;
const CLOCK_TOLERANCE_SECONDS = 5;

export interface TokenVerifierOptions {
  /** Exactly what `iss` must say. */
  issuer: string;
  /** What `aud` must hold. */
  audience: string;
  /** Where the issuer publishes its keys. This or `keys` is needed. */
  jwksUrl?: string | undefined;
  /** The issuer's public keys, where they are at hand. */
  keys?: JSONWebKeySet | undefined;
  /** The clock; the system's by default. */
  now?: () => Date;
}

export type VerifyToken = (token: string) => Promise<{ subject: string }>;

/** Makes the check of one issuer's tokens. What fails is `Unauthenticated`, whatever was wrong with it. */
export function tokenVerifier({ issuer, audience, jwksUrl, keys, now = () => new Date() }: TokenVerifierOptions): VerifyToken {
  const keyFor = keySource(jwksUrl, keys);
  const verified = new VerifiedTokens();
  return async (token) => {
    if (token.length > LONGEST_TOKEN) throw new Unauthenticated('token too long');
    const known = verified.subjectOf(token, now().getTime());
    if (known !== undefined) return { subject: known };
    try {
      refuseHeaders(token);
      const options = { issuer, audience, algorithms: ALGORITHMS, requiredClaims: ['exp', 'sub'], clockTolerance: CLOCK_TOLERANCE_SECONDS, currentDate: now() };
      const { payload } = await jwtVerify(token, keyFor, options);
      const subject = subjectOf(payload);
      verified.keep(token, subject, Number(payload.exp), CLOCK_TOLERANCE_SECONDS, now().getTime());
      return { subject };
    } catch (error) {
      throw new Unauthenticated(reasonOf(error));
    }
  };
}

function keySource(jwksUrl: string | undefined, keys: JSONWebKeySet | undefined): JWTVerifyGetKey {
  if (keys) return createLocalJWKSet(keys);
  if (jwksUrl) return createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 3_000, cooldownDuration: 30_000, cacheMaxAge: 600_000 });
  throw new Error('A token verifier needs the keys of its issuer, or the address where they are.');
}

function refuseHeaders(token: string): void {
  const header = decodeProtectedHeader(token);
  if (REFUSED_HEADERS.some((name) => Object.hasOwn(header, name))) throw new Unauthenticated('header refused');
}

function subjectOf({ sub }: JWTPayload): string {
  if (typeof sub !== 'string' || sub.trim() === '' || sub.length > LONGEST_SUBJECT || UNSPOKEN.test(sub)) throw new Unauthenticated('subject refused');
  return sub;
}

/** A word for the log: which rule of ours, or which of the library's, refused. Keys out of reach are told apart from a bad token. */
function reasonOf(error: unknown): string {
  if (error instanceof Unauthenticated) return error.reason;
  if (error instanceof errors.JOSEError) return error.code;
  return 'keys out of reach';
}
