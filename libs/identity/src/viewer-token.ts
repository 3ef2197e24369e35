import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { packIds, unpackIds } from './packed-ids';
import { standingShape } from './standing.shape';
import { Unauthenticated } from './unauthenticated';
import type { Viewer } from './viewer';

const ISSUER = 'qaf-gateway';
const LIFE_SECONDS = 30;
const CLOCK_TOLERANCE_SECONDS = 5;
const LEAST_SECRET_BYTES = 32;

/** The longest viewer token: 128 kB hold the ids of about 4,500 workers. A subgraph's server must take headers of this size. */
export const VIEWER_TOKEN_BYTES = 128 * 1024;

export interface ViewerTokenOptions {
  /** The name of the subgraph that is asked; a token for one subgraph opens no other. */
  audience: string;
  /** Shared by the gateway and its subgraphs; 32 bytes at least. */
  secret: string;
  /** The time at which the token is made or read; now by default. */
  now?: Date;
}

const LISTS = ['teams', 'ownTeams', 'services', 'workers', 'agencies'] as const;

const packedList = z.string().transform((packed, context): string[] => {
  const ids = unpackIds(packed);
  if (ids) return ids;
  context.addIssue({ code: 'custom', message: 'not a list of ids' });
  return z.NEVER;
});

const claimShape = z.strictObject({
  ...standingShape.shape,
  ...{ teams: packedList, ownTeams: packedList, services: packedList, workers: packedList, agencies: packedList },
  requestId: z.string().min(1).max(200),
  purpose: z.string().max(200).nullable(),
} satisfies Record<keyof Viewer, unknown>);

function keyOf(secret: string): Uint8Array {
  const key = new TextEncoder().encode(secret);
  if (key.length < LEAST_SECRET_BYTES) throw new Error(`The secret of the subgraphs needs ${LEAST_SECRET_BYTES} bytes at least.`);
  return key;
}

/** Signs a viewer for one subgraph, for thirty seconds. Throws where the secret is too short or the viewer too long. */
export async function signViewer(viewer: Viewer, { audience, secret, now = new Date() }: ViewerTokenOptions): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const packed = Object.fromEntries(LISTS.map((list) => [list, packIds(viewer[list])]));
  const token = await new SignJWT({ viewer: { ...viewer, ...packed } })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFE_SECONDS)
    .sign(keyOf(secret));
  if (token.length > VIEWER_TOKEN_BYTES) throw new Error('The viewer stands over more people than a token can carry.');
  return token;
}

/** Reads a viewer that the gateway signed for this subgraph. Anything else is `Unauthenticated`. */
export async function readViewer(token: string, { audience, secret, now = new Date() }: ViewerTokenOptions): Promise<Viewer> {
  const key = keyOf(secret);
  if (token.length > VIEWER_TOKEN_BYTES) throw new Unauthenticated('viewer token too long');
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience,
      requiredClaims: ['exp', 'iat'],
      maxTokenAge: LIFE_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
    });
    return claimShape.parse(payload['viewer']);
  } catch {
    throw new Unauthenticated('viewer token refused');
  }
}
