import { bearsSeal, GENESIS, rowsDigest, type SealKey } from './digests';
import type { Seal } from './sealed-batch';

/** What is wrong, and where. `batch` is the number of the seal, `line` the number of a line where one can be named. */
export interface RecordFault {
  kind:
    /** Lines of a sealed batch were changed. */
    | 'ALTERED'
    /** Lines of a sealed batch are gone. */
    | 'REMOVED'
    /** A sealed batch has lines that it had not when it was sealed. */
    | 'ADDED'
    /** Seals are missing before this one, or it does not begin where the one before ended. */
    | 'GAP'
    /** The seal was not made after the one before it: batches were put in another order, or chained anew. */
    | 'RECHAINED'
    /** The seal itself was not made by the platform. */
    | 'FORGED'
    /** Sealed under a key that follows from another secret: it cannot be checked with this one. */
    | 'OTHER_KEY'
    /** The end of the chain is gone: governance holds later batches. */
    | 'CUT_OFF'
    /** The two copies of a batch, the subgraph's and governance's, are not the same. */
    | 'COPIES_DIFFER';
  batch: number;
  line?: number;
}

/** A chain of seals with their lines, wherever they are kept. */
export interface ChainSource {
  /** The next seals after a number, in order. */
  seals(after: number, most: number): Promise<Seal[]>;
  /** The lines between two numbers, in order. */
  lines(fromId: number, toId: number): Promise<{ id: number; line: string }[]>;
}

export interface ChainCheck {
  batches: number;
  lines: number;
  faults: RecordFault[];
  /** The last seal that is there. */
  last: Seal | null;
}

const SEALS_AT_ONCE = 100;
const LINES_AT_ONCE = 10_000;

/** Follows a chain from its beginning and finds every edit, removal, addition, gap, and seal that is out of place or false. */
export async function checkChain(source: ChainSource, key: SealKey): Promise<ChainCheck> {
  const check: ChainCheck = { batches: 0, lines: 0, faults: [], last: null };
  for (;;) {
    const seals = fewLines(await source.seals(check.last?.seq ?? 0, SEALS_AT_ONCE));
    const [first] = seals;
    const [final] = seals.slice(-1);
    if (!first || !final) return check;
    const lines = await source.lines(Math.min(first.fromId, (check.last?.toId ?? 0) + 1), final.toId);
    for (const seal of seals) checkSeal(check, key, seal, lines);
  }
}

/** As many seals as cover a bearable number of lines, one at least. */
function fewLines(seals: Seal[]): Seal[] {
  let room = LINES_AT_ONCE;
  const over = seals.findIndex(({ count }) => (room -= count) < 0);
  return over < 0 ? seals : seals.slice(0, Math.max(1, over));
}

function checkSeal(check: ChainCheck, key: SealKey, seal: Seal, lines: { id: number; line: string }[]): void {
  const { last } = check;
  const found = lines.filter(({ id }) => id >= seal.fromId && id <= seal.toId).map(({ line }) => line);
  const kinds = [linkFault(last, seal), sealFault(key, seal), linesFault(seal, found)].filter((kind) => kind !== null);
  check.faults.push(...kinds.map((kind) => ({ kind, batch: seal.seq })));
  check.batches += 1;
  check.lines += found.length;
  check.last = seal;
}

function linkFault(last: Seal | null, seal: Seal): RecordFault['kind'] | null {
  if (seal.seq !== (last?.seq ?? 0) + 1 || seal.fromId !== (last?.toId ?? 0) + 1) return 'GAP';
  return seal.previousDigest === (last?.digest ?? GENESIS) ? null : 'RECHAINED';
}

function sealFault(key: SealKey, seal: Seal): RecordFault['kind'] | null {
  if (bearsSeal(key, seal)) return null;
  return seal.keyMark === key.mark ? 'FORGED' : 'OTHER_KEY';
}

function linesFault(seal: Seal, found: string[]): RecordFault['kind'] | null {
  if (found.length < seal.count) return 'REMOVED';
  if (found.length > seal.count) return 'ADDED';
  return rowsDigest(found) === seal.rowsDigest ? null : 'ALTERED';
}
