import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { JWK } from 'jose';
import { tokenVerifier } from './token-verifier';
import type { VerifyToken } from './token-verifier';

export const DEVELOPMENT_ISSUER = 'urn:qaf:development';
export const DEVELOPMENT_AUDIENCE = 'qaf';
const ALGORITHM = 'ES256';
const TWELVE_HOURS = 12 * 60 * 60;

export interface DevelopmentTokenOptions {
  /** The subject of a person's account, as workforce knows it. */
  subject: string;
  /** The data folder that holds the issuer's key. */
  dataDir: string;
  /** How long the token lives, in seconds; twelve hours by default. */
  lifetime?: number | undefined;
}

/** Issues a token for development. Anyone who can read the data folder can be anyone: production never starts on this issuer. */
export async function issueDevelopmentToken({ subject, dataDir, lifetime = TWELVE_HOURS }: DevelopmentTokenOptions): Promise<string> {
  const jwk = await keyIn(dataDir);
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: ALGORITHM, kid: jwk.kid ?? '' })
    .setIssuer(DEVELOPMENT_ISSUER)
    .setAudience(DEVELOPMENT_AUDIENCE)
    .setSubject(subject)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetime)
    .sign(await importJWK(jwk, ALGORITHM));
}

/** Checks the tokens of the development issuer whose key lies in this data folder; makes the key where there is none. */
export function developmentVerifier(dataDir: string): VerifyToken {
  let verify: Promise<VerifyToken> | undefined;
  const load = async (): Promise<VerifyToken> => {
    const { kty, crv, x, y, kid } = await keyIn(dataDir);
    const key = { kty, crv, x, y, kid, alg: ALGORITHM, use: 'sig' } as JWK;
    return tokenVerifier({ issuer: DEVELOPMENT_ISSUER, audience: DEVELOPMENT_AUDIENCE, keys: { keys: [key] } });
  };
  return async (token) => {
    verify ??= load();
    return (await verify)(token);
  };
}

/** The private key in the data folder. Two processes that both find none race to link theirs; both then read the winner's. */
async function keyIn(dataDir: string): Promise<JWK> {
  const file = join(dataDir, 'development-issuer.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await makeKey(dataDir, file);
  return JSON.parse(await readFile(file, 'utf8')) as JWK;
}

async function makeKey(dataDir: string, file: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: ALGORITHM };
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
  try {
    // A hard link appears whole or not at all, and never over another's.
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
}
