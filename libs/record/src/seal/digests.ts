import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { SubgraphName } from '@qaf/database';
import type { Seal } from './sealed-batch';

/** What stands before the first batch. */
export const GENESIS = '0'.repeat(64);

/** The key of one subgraph's seals, and the code that tells it from others. */
export interface SealKey {
  from: SubgraphName;
  key: Buffer;
  mark: string;
}

/** Follows from the platform's secret, so that whoever owns the database but not the secret can make no seal. */
export function sealKey(secret: string, from: SubgraphName): SealKey {
  const key = createHmac('sha256', secret).update(`qaf record of access ${from}`).digest();
  return { from, key, mark: createHmac('sha256', key).update('mark').digest('hex').slice(0, 16) };
}

export function rowsDigest(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('hex');
}

/** The seal of a batch: every field of it but the digest itself, under the key. */
export function sealDigest({ from, key }: SealKey, seal: Omit<Seal, 'digest'>): string {
  const { seq, fromId, toId, count, rowsDigest: rows, previousDigest, keyMark, sealedAt } = seal;
  return createHmac('sha256', key).update(JSON.stringify([from, seq, fromId, toId, count, rows, previousDigest, keyMark, sealedAt])).digest('hex');
}

/** Whether the seal was made with this key. */
export function bearsSeal(key: SealKey, seal: Seal): boolean {
  const right = Buffer.from(sealDigest(key, seal), 'hex');
  const given = Buffer.from(seal.digest, 'hex');
  return right.length === given.length && timingSafeEqual(right, given);
}
