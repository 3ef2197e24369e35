import type { SubgraphName } from '@qaf/database';
import { GENESIS, rowsDigest, type Seal, sealDigest, type SealedBatch, sealKey } from '@qaf/record';
import { TEST_SECRET } from '@qaf/testing';

/** One line of a record, as a test tells it. */
export interface Told {
  /** UTC to the microsecond. */
  at: string;
  person: string | null;
  request: string | null;
  operation: 'READ' | 'CHANGE' | 'REFUSED';
  type: string;
  ids: string[];
  action: string;
  purpose: string | null;
  outcome: string;
}

/** A batch as the sealer of a subgraph would hand it over. */
export function sealed(from: SubgraphName, before: Seal | null, told: readonly (Omit<Told, 'ids'> & { ids: readonly string[] })[]): SealedBatch {
  const fromId = (before?.toId ?? 0) + 1;
  const lines = told.map((line, index) => lineOf(fromId + index, line));
  const key = sealKey(TEST_SECRET, from);
  const unsealed = {
    seq: (before?.seq ?? 0) + 1,
    fromId,
    toId: fromId + lines.length - 1,
    count: lines.length,
    rowsDigest: rowsDigest(lines),
    previousDigest: before?.digest ?? GENESIS,
    keyMark: key.mark,
    sealedAt: '2026-03-02T09:00:01.000Z',
  };
  return { ...unsealed, digest: sealDigest(key, unsealed), lines };
}

/** As PostgreSQL writes JSON: a space after each comma but those within a list of ids. */
function lineOf(id: number, { at, person, request, operation, type, ids, action, purpose, outcome }: Omit<Told, 'ids'> & { ids: readonly string[] }): string {
  const values = [id, at, person, request, operation, type, ids, action, purpose, outcome];
  return `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
}
