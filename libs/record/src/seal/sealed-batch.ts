import type { SubgraphName } from '@qaf/database';

/** One seal: which lines of the record it covers, and what binds it to them and to the seal before. */
export interface Seal {
  seq: number;
  /** The first number that it covers, one above the last of the batch before. Numbers of transactions that were rolled back are not there. */
  fromId: number;
  /** The last number that it covers. */
  toId: number;
  /** How many lines there are between the two. */
  count: number;
  /** SHA-256 of the lines, hex. */
  rowsDigest: string;
  /** The digest of the batch before; zeros for the first. */
  previousDigest: string;
  /** HMAC-SHA-256 of all the above under the subgraph's key, hex. */
  digest: string;
  /** Which key: a short code that follows from it and does not lead back. */
  keyMark: string;
  /** UTC, to the millisecond: 2026-03-31T14:30:00.000Z. */
  sealedAt: string;
}

/** A seal with the lines that it covers, as they are handed over. */
export interface SealedBatch extends Seal {
  /** Each line as canonical JSON, in the order of their numbers. */
  lines: string[];
}

/** How a subgraph's sealing goes. */
export interface SealingHealth {
  /** The last batch, 0 before the first. */
  sealedSeq: number;
  sealedAt: string | null;
  /** Lines that are not sealed yet, and the moment of the oldest. */
  waiting: number;
  waitingSince: string | null;
  /** The last time that the whole chain was checked here; null before the first. */
  checked: { at: string; batches: number; faults: string[] } | null;
}

/** What a sealer tells governance: how it goes and, when governance lacks one, the next batch. */
export interface RecordHandover {
  from: SubgraphName;
  health: SealingHealth;
  batch: SealedBatch | null;
}

/** What governance answers: the last batch that it holds of this subgraph; the sender goes on from there. */
export interface RecordReceipt {
  held: number;
}
