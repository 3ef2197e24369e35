import type { ChildPlace } from './child-place';

/** Whatever runs SQL in an open transaction. */
export interface Writing {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}

const TOLD = `json_to_recordset($1::text::json) as t ("childId" uuid, "workerId" uuid, "teamId" uuid, "iroId" uuid)`;
const ROWS = ['invitation', 'identified_response', 'views_record'];

/**
 * Keeps where children are placed, and the copies on the rows about them, so that a row is seen by who works with the
 * child now. What was told before something newer is left out. `toldAt` is ISO 8601.
 */
export async function keepPlaces(tx: Writing, places: readonly ChildPlace[], toldAt: string): Promise<void> {
  const told = JSON.stringify(places);
  await tx.query(
    `insert into child_place (child_id, worker_id, team_id, iro_id, told_at)
     select distinct on (t."childId") t."childId", t."workerId", t."teamId", t."iroId", $2::timestamptz from ${TOLD}
     on conflict (child_id) do update set worker_id = excluded.worker_id, team_id = excluded.team_id, iro_id = excluded.iro_id, told_at = excluded.told_at
     where child_place.told_at <= excluded.told_at`,
    [told, toldAt],
  );
  for (const table of ROWS) {
    await tx.query(
      `update ${table} r set worker_id = p.worker_id, team_id = p.team_id, iro_id = p.iro_id
       from ${TOLD} join child_place p on p.child_id = t."childId"
       where r.child_id = p.child_id and (r.worker_id, r.team_id, r.iro_id) is distinct from (p.worker_id, p.team_id, p.iro_id)`,
      [told],
    );
  }
}
