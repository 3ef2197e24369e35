import type { ChainSource, RecordFault } from './check-chain';
import type { Seal } from './sealed-batch';

const AT_ONCE = 100;

/**
 * Lays a subgraph's own record beside governance's copy: what only one of them holds, and where the two differ, down to
 * the line. Batches that are not handed over yet are no fault.
 */
export async function compareCopies(own: ChainSource, copy: ChainSource): Promise<RecordFault[]> {
  const faults: RecordFault[] = [];
  for (let after = 0; ; ) {
    const [mine, kept] = await Promise.all([own.seals(after, AT_ONCE), copy.seals(after, AT_ONCE)]);
    const last = kept.at(-1);
    if (!last) return faults;
    const bySeq = new Map(mine.map((seal) => [seal.seq, seal]));
    for (const seal of kept) faults.push(...(await differences(own, copy, bySeq.get(seal.seq), seal)));
    after = last.seq;
  }
}

async function differences(own: ChainSource, copy: ChainSource, mine: Seal | undefined, kept: Seal): Promise<RecordFault[]> {
  const batch = kept.seq;
  if (!mine) return [{ kind: 'CUT_OFF', batch }];
  const lines = await differingLines(own, copy, kept);
  if (lines.length > 0) return lines.map((line) => ({ kind: 'COPIES_DIFFER' as const, batch, line }));
  return mine.digest === kept.digest ? [] : [{ kind: 'COPIES_DIFFER', batch }];
}

async function differingLines(own: ChainSource, copy: ChainSource, { fromId, toId }: Seal): Promise<number[]> {
  const [mine, kept] = await Promise.all([own.lines(fromId, toId), copy.lines(fromId, toId)]);
  const byId = new Map(kept.map(({ id, line }) => [id, line]));
  const differing = mine.filter(({ id, line }) => byId.get(id) !== line).map(({ id }) => id);
  const known = new Set(mine.map(({ id }) => id));
  return [...differing, ...kept.map(({ id }) => id).filter((id) => !known.has(id))].sort((a, b) => a - b);
}
