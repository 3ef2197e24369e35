import type { CommandTransaction } from '@qaf/database';
import type { DomainEvent } from '@qaf/record';

interface ChildPlace {
  childId: string;
  workerId: string | null;
  teamId: string | null;
  iroId: string | null;
}

/** The allocation of one child changed. */
export async function childChanged(tx: CommandTransaction, event: DomainEvent): Promise<void> {
  await keepPlaces(tx, [event.data as unknown as ChildPlace], event.occurredAt);
}

/** The allocations of several children changed, as an import tells. */
export async function childrenChanged(tx: CommandTransaction, event: DomainEvent): Promise<void> {
  await keepPlaces(tx, (event.data as unknown as { children: ChildPlace[] }).children, event.occurredAt);
}

/** Keeps who works with each child now. What was told later stands; of one child told twice in one event the last counts. `toldAt` is ISO 8601. */
async function keepPlaces(tx: CommandTransaction, children: readonly ChildPlace[], toldAt: string): Promise<void> {
  await tx.query(
    `insert into child_place as p (child_id, worker_id, team_id, iro_id, told_at)
     select distinct on (c."childId") c."childId", c."workerId", c."teamId", c."iroId", $2::timestamptz
     from rows from (json_to_recordset($1::text::json) as ("childId" uuid, "workerId" uuid, "teamId" uuid, "iroId" uuid)) with ordinality as c ("childId", "workerId", "teamId", "iroId", position)
     order by c."childId", c.position desc
     on conflict (child_id) do update set worker_id = excluded.worker_id, team_id = excluded.team_id, iro_id = excluded.iro_id, told_at = excluded.told_at
     where p.told_at <= excluded.told_at`,
    [JSON.stringify(children), toldAt],
  );
}
