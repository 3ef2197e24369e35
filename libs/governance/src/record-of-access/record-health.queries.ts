import type { Unit } from '@qaf/database';
import type { RecordHealth } from './record-health.type';

/** How the record of each subgraph is kept, in the order of their names. */
export async function recordHealth(unit: Unit): Promise<RecordHealth[]> {
  return unit.query<RecordHealth>(
    `select h.subgraph, h.sealed_seq::int as "sealedBatch", h.sealed_at as "sealedAt", coalesce(b.seq, 0)::int as "receivedBatch", b.received_at as "receivedAt", h.waiting,
       h.waiting_since as "waitingSince", h.reported_at as "reportedAt", h.refused_seq::int as "refusedBatch", h.checked_at as "checkedAt", h.checked_batches as "checkedBatches",
       case when b.seq > h.sealed_seq then array_append(h.faults, 'CUT_OFF ' || b.seq) else h.faults end as faults
     from record_health h left join lateral (select seq, received_at from record_batch where subgraph = h.subgraph order by seq desc limit 1) b on true
     order by h.subgraph`,
  );
}
