import type { CommandTransaction } from '@qaf/database';
import { allocationStep, type AllocationStep, type HeldAllocation, toldPlaces, type ToldPlace } from './allocation.rules';
import { mergedReferences, type PlannedPlace } from './children.load';
import type { PlacedEpisode } from './match-names';

export interface AllocationPlan {
  steps: { told: ToldPlace; step: AllocationStep }[];
  places: PlannedPlace[];
}

/** What the file changes about who works with the children. Needs the staged children. */
export async function planAllocations(tx: CommandTransaction, episodes: readonly PlacedEpisode[], day: string): Promise<AllocationPlan> {
  const held = await latestHeld(tx);
  const merged = await mergedReferences(tx);
  const told = toldPlaces(episodes).filter(({ reference }) => !merged.has(reference));
  const steps = told.map((place) => ({ told: place, step: allocationStep(place, held.get(place.reference) ?? null, day) }));
  const places = steps.flatMap(({ told: { reference }, step }) => ('workerId' in step ? [{ reference, workerId: step.workerId, teamId: step.teamId }] : []));
  return { steps, places };
}

async function latestHeld(tx: CommandTransaction): Promise<Map<string, HeldAllocation>> {
  const rows = await tx.query<HeldAllocation & { reference: string }>(
    `select distinct on (a.child_id) t.reference, a.id, a.worker_id as "workerId", a.team_id as "teamId", a.valid_from::text as "validFrom", a.valid_to::text as "validTo"
     from told_child t join child_allocation a on a.child_id = t.id where t.known and a.role = 'WORKER' order by a.child_id, a.valid_from desc`,
  );
  return new Map(rows.map(({ reference, ...allocation }) => [reference, allocation]));
}

/** Writes the plan: ends and corrections first, so that no two spans of a child overlap. Needs the written children. */
export async function writeAllocations(tx: CommandTransaction, { steps }: AllocationPlan): Promise<{ added: string[]; changed: string[] }> {
  const rows = steps.flatMap(({ told: { reference }, step }) => ('workerId' in step ? [{ reference, id: null, from: null, ...step }] : []));
  const changed = await tx.query<{ id: string }>(
    `with changed as (
       update child_allocation a set version = a.version + 1, valid_to = case when s.kind = 'MOVE' then s."from" end,
         worker_id = case when s.kind = 'MOVE' then a.worker_id else s."workerId" end, team_id = case when s.kind = 'MOVE' then a.team_id else s."teamId" end
       from ${STEPS} where s.kind in ('MOVE', 'CORRECT') and a.id = s.id returning a.id)
     select id from changed`,
    [JSON.stringify(rows)],
  );
  const added = await tx.query<{ id: string }>(
    `insert into child_allocation (child_id, role, worker_id, team_id, valid_from)
     select t.id, 'WORKER', s."workerId", s."teamId", s."from" from ${STEPS} join told_child t on t.reference = s.reference where s.kind in ('START', 'MOVE') returning id`,
    [JSON.stringify(rows)],
  );
  return { added: added.map(({ id }) => id), changed: changed.map(({ id }) => id) };
}

const STEPS = `json_to_recordset($1::text::json) as s (kind text, reference text, id uuid, "from" date, "workerId" uuid, "teamId" uuid)`;
