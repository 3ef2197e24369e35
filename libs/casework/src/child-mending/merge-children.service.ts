import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, mustBeCurrent, refuse, type Success, uuidOf } from '@qaf/graph';
import { publish } from '@qaf/record';
import { type ChildPlaced, tellChildChanged } from '../child/child.events';
import type { MergeChildrenInput } from './child-mending.inputs';
import { keepReason, type Mended, rekey, toMend } from './mended';

const MOVED = ['episode', 'child_allocation', 'case_meeting', 'visit', 'audit', 'rag_form'];

/** Makes two records of one child one: everything of the one that goes becomes the other's, in all parts of the graph. */
export async function mergeChildren(tx: CommandTransaction, input: MergeChildrenInput, now: Date): Promise<Success> {
  const [kept, merged] = (await toMend(tx, [{ path: 'keepId', id: input.keepId }, { path: 'mergeId', id: input.mergeId }])) as [Mended, Mended];
  if (kept.id === merged.id) throw inputInvalid(['mergeId'], 'A record cannot become part of itself.');
  mustBeCurrent('Child', kept.version, input.version);
  if (merged.version !== input.mergeVersion) throw refuse('ChildVersionStale', 'Somebody changed this since you read it. Read it again, then decide anew.', ['mergeVersion'], { currentVersion: merged.version });
  await mustBeUnlocked(tx, kept, merged);
  await settleAllocations(tx, kept, merged, input.allocationsOf);
  for (const table of MOVED) await tx.query(`update ${table} set child_id = $1, version = version + 1 where child_id = $2`, [kept.id, merged.id]);
  // The frame of a sample keeps the name that a case was drawn by; the child it leads to is the one that stays.
  await tx.query('update sample_case set child_id = $1 where child_id = $2', [kept.id, merged.id]);
  await rekey(tx, kept.id, merged.caseReference, kept.caseReference);
  const place = await fillIn(tx, kept, merged);
  await leadOn(tx, kept, merged);
  await keepReason(tx, 'MERGED', { childId: kept.id, mergedId: merged.id, reason: input.reason }, now);
  const event = { subject: `child:${kept.id}`, occurredAt: now.toISOString(), data: { keptId: kept.id, mergedId: merged.id } };
  await publish(tx, 'casework', { type: 'casework.child.merged.v1', ...event });
  await tellChildChanged(tx, place);
  tx.changed('Child', [kept.id, merged.id], 'mergeChildren');
  return { __typename: 'MergeChildrenSuccess', childId: kept.id };
}

/** A lock is a decision about one record; it is ended before its child becomes another's. */
async function mustBeUnlocked(tx: CommandTransaction, kept: Mended, merged: Mended): Promise<void> {
  const locked = await tx.query<{ id: string }>('select child_id as id from child_lock where locked and child_id = any($1::uuid[])', [[kept.id, merged.id]]);
  const [first] = locked;
  if (first) throw refuse('ChildLocked', 'The record is locked. Unlock it first.', [first.id === kept.id ? 'keepId' : 'mergeId']);
}

async function settleAllocations(tx: CommandTransaction, kept: Mended, merged: Mended, allocationsOf: string | undefined): Promise<void> {
  const winner = allocationsOf == null ? null : uuidOf('Child', allocationsOf);
  if (allocationsOf != null && winner !== kept.id && winner !== merged.id) throw inputInvalid(['allocationsOf'], 'Name one of the two records.');
  const loser = winner === kept.id ? merged.id : kept.id;
  const overlapping = `select l.id from child_allocation l join child_allocation w on w.role = l.role and daterange(w.valid_from, w.valid_to) && daterange(l.valid_from, l.valid_to)
    where l.child_id = $1 and w.child_id = $2`;
  const pair = [loser, loser === kept.id ? merged.id : kept.id];
  if (winner !== null) {
    await tx.query(`delete from child_allocation where id in (${overlapping})`, pair);
    return;
  }
  if ((await tx.query(overlapping, pair)).length > 0) throw refuse('ChildAllocationsOverlap', 'Both records say who works with the child on the same days. Say whose allocations count.', ['allocationsOf']);
}

const FILLED = ['gender', 'ethnicity', 'disabled', 'first_language', 'religion'];

/** What the kept record does not know the other may; who works with the child now follows from the allocations. */
async function fillIn(tx: CommandTransaction, kept: Mended, merged: Mended): Promise<ChildPlaced> {
  const now = (role: string, column: string) => `(select a.${column} from child_allocation a where a.child_id = k.id and a.role = '${role}' and a.valid_to is null)`;
  const allocated = `exists (select from child_allocation a where a.child_id = k.id and a.role = 'WORKER' and a.valid_to is null)`;
  const [place] = await tx.query<ChildPlaced>(
    `with filled as (update child k set version = k.version + 1,
       ${FILLED.map((column) => `${column} = coalesce(k.${column}, m.${column})`).join(', ')},
       birth_year = coalesce(k.birth_year, m.birth_year),
       birth_month = case when k.birth_year is null then coalesce(m.birth_month, k.birth_month) else k.birth_month end,
       expected_birth_month = case when coalesce(k.birth_year, m.birth_year) is null then coalesce(k.expected_birth_month, m.expected_birth_month) end,
       worker_id = case when ${allocated} then ${now('WORKER', 'worker_id')} else coalesce(k.worker_id, m.worker_id) end,
       team_id = case when ${allocated} then ${now('WORKER', 'team_id')} else coalesce(k.team_id, m.team_id) end,
       iro_id = coalesce(${now('IRO', 'worker_id')}, k.iro_id, m.iro_id)
     from child m where k.id = $1 and m.id = $2
     returning k.id as "childId", k.worker_id as "workerId", k.team_id as "teamId", k.iro_id as "iroId")
     select * from filled`,
    [kept.id, merged.id],
  );
  return place as ChildPlaced;
}

/** The reference that goes, and those that led to it, lead to the record that stays. */
async function leadOn(tx: CommandTransaction, kept: Mended, merged: Mended): Promise<void> {
  await tx.query('update child_alias set child_id = $1 where child_id = $2', [kept.id, merged.id]);
  await tx.query('insert into child_alias (case_reference, child_id) values ($1, $2)', [merged.caseReference, kept.id]);
  await tx.query('update child set merged_into = $1, worker_id = null, team_id = null, iro_id = null, version = version + 1 where id = $2', [kept.id, merged.id]);
}
