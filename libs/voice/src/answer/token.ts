import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { linkKeys } from './link-keys';
import { NOTHING_OFFERED, type Offered, OFFERED_BYTES, offeredBytes, offeredFrom } from './offered';

const RANDOM = 16;
const VERSION = 16;
const MAC = 24;
const BODY = RANDOM + VERSION + OFFERED_BYTES;
/** 82 characters; 75 for links of before, which say nothing of whom they were given to. */
const SHAPE = /^[A-Za-z0-9_-]{75}$|^[A-Za-z0-9_-]{82}$/;

/** What a link opens, and what it says of many at once. */
export interface OpenedToken {
  questionnaireVersionId: string;
  offered: Offered;
}

/**
 * A one-time token: a random number, the version of the questionnaire and a few coarse words of how it was given, under a
 * MAC. Nothing else in it comes from the invitation that it is made for, and it is kept nowhere.
 */
export function newToken(questionnaireVersionId: string, offered: Offered = NOTHING_OFFERED): string {
  const body = Buffer.concat([randomBytes(RANDOM), Buffer.from(questionnaireVersionId.replaceAll('-', ''), 'hex'), offeredBytes(offered)]);
  return Buffer.concat([body, macOf(body)]).toString('base64url');
}

/** What a token opens, or null for anything that we did not sign. */
export function opened(token: string): OpenedToken | null {
  if (!SHAPE.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, bytes.length - MAC);
  if (!timingSafeEqual(macOf(body), bytes.subarray(body.length))) return null;
  const questionnaireVersionId = uuidText(body.subarray(RANDOM, RANDOM + VERSION).toString('hex'));
  return { questionnaireVersionId, offered: body.length === BODY ? offeredFrom(body.subarray(RANDOM + VERSION)) : NOTHING_OFFERED };
}

/** The version of the questionnaire that a token opens, or null for anything that we did not sign. */
export function versionOfToken(token: string): string | null {
  return opened(token)?.questionnaireVersionId ?? null;
}

/** What is kept of a spent token: a hash under a key, so that whoever holds the letter and the database still cannot look it up. */
export function spentHash(token: string): string {
  return createHmac('sha256', linkKeys().spend).update(token).digest('hex');
}

/** What is kept of a token that asked for help: another hash, which cannot be laid beside the first. */
export function helpHash(token: string): string {
  return createHmac('sha256', linkKeys().help).update(token).digest('hex');
}

function macOf(body: Buffer): Buffer {
  return createHmac('sha256', linkKeys().sign).update(body).digest().subarray(0, MAC);
}

function uuidText(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
