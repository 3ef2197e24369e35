import type { CommandTransaction, SubgraphName } from '@qaf/database';
import { bearsSeal, GENESIS, type RecordHandover, type RecordReceipt, rowsDigest, SEAL, type Seal, type SealedBatch, sealKey, sealValues } from '@qaf/record';

type Tx = Pick<CommandTransaction, 'query'>;

/** Takes in what a sealer hands over. A batch counts once, however often it comes, and only after the one before it. */
export async function receiveRecord(tx: Tx, { from, health, batch }: RecordHandover, secret: string): Promise<RecordReceipt> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`record of access ${from}`]);
  const last = await lastHeld(tx, from);
  const held = last?.seq ?? 0;
  const next = batch?.seq === held + 1 ? batch : null;
  const taken = next !== null && follows(next, last, from, secret);
  if (taken) await keep(tx, from, next);
  await tell(tx, from, health, next && !taken ? next.seq : null);
  return { held: taken ? next.seq : held };
}

/** Notes what a check of a subgraph's record found. */
export async function noteCheck(tx: Tx, from: SubgraphName, batches: number, faults: string[]): Promise<void> {
  await tx.query('update record_health set checked_at = now(), checked_batches = $2, faults = $3 where subgraph = $1', [from, batches, faults]);
}

async function lastHeld(tx: Tx, from: SubgraphName): Promise<Seal | null> {
  const [last] = await tx.query<Seal>(`select ${SEAL} from record_batch where subgraph = $1 order by seq desc limit 1`, [from]);
  return last ?? null;
}

/** Whether the platform sealed it, over these very lines, right after the last one held. */
function follows(batch: SealedBatch, last: Seal | null, from: SubgraphName, secret: string): boolean {
  const linked = batch.previousDigest === (last?.digest ?? GENESIS) && batch.fromId === (last?.toId ?? 0) + 1;
  return linked && bearsSeal(sealKey(secret, from), batch) && batch.lines.length === batch.count && rowsDigest(batch.lines) === batch.rowsDigest;
}

// Fetches of one request can meet the same object: the first within a minute is the one that is shown. A caller may
// choose a request's id, so longer than that it hides nothing.
const KEEP = `
  with line as materialized (
    select (e->>0)::bigint as record_id, (e->>1)::timestamptz as at, (e->>2)::uuid as person_id, e->>3 as request, e->>4 as operation, e->>5 as entity_type,
      array(select json_array_elements_text(e->6))::uuid[] as ids, e->>7 as action, e->>8 as purpose, e->>9 as outcome
    from (select l::json as e from unnest($3::text[]) as l) j),
  told as (
    select line.*, coalesce(o.position, 0)::int as position, o.id as object_id,
      concat_ws(' ', person_id, request, operation, entity_type, o.id, case operation when 'READ' then '' else action end) as act
    from line left join lateral unnest(ids) with ordinality as o (id, position) on true),
  placed as (
    select *, row_number() over same as turn, at - first_value(at) over same as since from told window same as (partition by act order by record_id, position)),
  before as (
    select concat_ws(' ', person_id, request, operation, entity_type, object_id, case operation when 'READ' then '' else action end) as act, max(at) as at
    from access_entry where not again and subgraph = $1 and request in (select request from told) group by 1)
  insert into access_entry (subgraph, batch, record_id, position, at, person_id, request, operation, entity_type, object_id, action, purpose, outcome, again)
  select $1, $2, p.record_id, p.position, p.at, p.person_id, p.request, p.operation, p.entity_type, p.object_id, p.action, p.purpose, p.outcome,
    p.request is not null and (p.turn > 1 and p.since < interval '1 minute' or coalesce(b.at > p.at - interval '1 minute', false))
  from placed p left join before b on b.act = p.act`;

async function keep(tx: Tx, from: SubgraphName, batch: SealedBatch): Promise<void> {
  await tx.query(
    `insert into record_batch (subgraph, seq, from_id, to_id, count, rows_digest, previous_digest, digest, key_mark, sealed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [from, ...sealValues(batch)],
  );
  await tx.query(KEEP, [from, batch.seq, batch.lines]);
}

async function tell(tx: Tx, from: SubgraphName, health: RecordHandover['health'], refused: number | null): Promise<void> {
  const { sealedSeq, sealedAt, waiting, waitingSince, checked } = health;
  await tx.query(
    `insert into record_health as h (subgraph, sealed_seq, sealed_at, waiting, waiting_since, reported_at, refused_seq, checked_at, checked_batches, faults)
     values ($1, $2, $3, $4, $5, clock_timestamp(), $6, $7, $8, coalesce($9::text[], '{}'))
     on conflict (subgraph) do update set sealed_seq = excluded.sealed_seq, sealed_at = excluded.sealed_at, waiting = excluded.waiting, waiting_since = excluded.waiting_since,
       reported_at = excluded.reported_at, refused_seq = excluded.refused_seq,
       checked_at = greatest(h.checked_at, excluded.checked_at),
       checked_batches = case when excluded.checked_at >= coalesce(h.checked_at, '-infinity') then excluded.checked_batches else h.checked_batches end,
       faults = case when excluded.checked_at >= coalesce(h.checked_at, '-infinity') then excluded.faults else h.faults end`,
    [from, sealedSeq, sealedAt, waiting, waitingSince, refused, checked?.at ?? null, checked?.batches ?? null, checked?.faults ?? null],
  );
}
