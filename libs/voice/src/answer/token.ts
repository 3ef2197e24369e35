import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { linkKeys } from './link-keys';

const RANDOM = 16;
const VERSION = 16;
const MAC = 24;
const SHAPE = /^[A-Za-z0-9_-]{75}$/;

/**
 * A one-time token: a random number and the version of the questionnaire, under a MAC. Nothing in it comes from the
 * invitation that it is made for, and it is kept nowhere.
 */
export function newToken(questionnaireVersionId: string): string {
  const body = Buffer.concat([randomBytes(RANDOM), Buffer.from(questionnaireVersionId.replaceAll('-', ''), 'hex')]);
  return Buffer.concat([body, macOf(body)]).toString('base64url');
}

/** The version of the questionnaire that a token opens, or null for anything that we did not sign. */
export function versionOfToken(token: string): string | null {
  if (!SHAPE.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, RANDOM + VERSION);
  if (!timingSafeEqual(macOf(body), bytes.subarray(RANDOM + VERSION))) return null;
  return uuidText(body.subarray(RANDOM).toString('hex'));
}

/** What is kept of a spent token: a hash under a key, so that whoever holds the letter and the database still cannot look it up. */
export function spentHash(token: string): string {
  return createHmac('sha256', linkKeys().spend).update(token).digest('hex');
}

function macOf(body: Buffer): Buffer {
  return createHmac('sha256', linkKeys().sign).update(body).digest().subarray(0, MAC);
}

function uuidText(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
