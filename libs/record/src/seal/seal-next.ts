import type { Client } from 'pg';
import { GENESIS, rowsDigest, sealDigest, type SealKey } from './digests';
import { LINE, MILLISECOND, SEAL, SEAL_COLUMNS } from './record-sql';
import type { Seal } from './sealed-batch';

/** How much one batch holds at most: some ten thousand objects, which governance takes in within a second or so. */
const MOST_LINES = 2_000;
const MOST_CHARACTERS = 500_000;

interface NumberedLine {
  id: number;
  line: string;
}

export async function lastSeal(client: Client): Promise<Seal | null> {
  const { rows } = await client.query<Seal>(`select ${SEAL} from access_batch order by seq desc limit 1`);
  return rows[0] ?? null;
}

/** Seals what follows the last seal, up to a settled number; null when there is nothing. The caller alone seals: it holds the lock. */
export async function sealNext(client: Client, key: SealKey, last: Seal | null, upTo: number): Promise<Seal | null> {
  const fromId = (last?.toId ?? 0) + 1;
  const { rows } = await client.query<NumberedLine>(`select id::float8 as id, ${LINE} as line from access_record where id between $1 and $2 order by id limit ${MOST_LINES}`, [fromId, upTo]);
  const taken = asManyAsFit(rows);
  const [end] = taken.slice(-1);
  if (!end) return null;
  const { rows: clock } = await client.query<{ now: string }>(`select ${MILLISECOND('clock_timestamp()')} as now`);
  const unsealed = {
    seq: (last?.seq ?? 0) + 1,
    fromId,
    toId: end.id,
    count: taken.length,
    rowsDigest: rowsDigest(taken.map(({ line }) => line)),
    previousDigest: last?.digest ?? GENESIS,
    keyMark: key.mark,
    sealedAt: clock[0]?.now ?? '',
  };
  const seal = { ...unsealed, digest: sealDigest(key, unsealed) };
  await client.query(`insert into access_batch (${SEAL_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, sealValues(seal));
  return seal;
}

/** A seal's values in the order of its columns. */
export function sealValues(seal: Seal): unknown[] {
  return [seal.seq, seal.fromId, seal.toId, seal.count, seal.rowsDigest, seal.previousDigest, seal.digest, seal.keyMark, seal.sealedAt];
}

function asManyAsFit(rows: NumberedLine[]): NumberedLine[] {
  let room = MOST_CHARACTERS;
  const over = rows.findIndex(({ line }) => (room -= line.length) < 0);
  return over < 0 ? rows : rows.slice(0, Math.max(1, over));
}
