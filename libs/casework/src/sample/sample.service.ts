import { randomInt } from 'node:crypto';
import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { AUDIT_KINDS } from '../audit-allocation/audit-allocation.rules';
import { versionInUse } from '../audit-allocation/audit-allocation.service';
import { placeOf } from '../worker-place/worker-place';
import { draw, type Drawn, type DrawPlan, type FrameCase } from './draw.rules';
import { digestOf, type FrameAsked, frameOf, PLAN_TYPES } from './frame';
import { GENERATOR } from './random';
import type { DrawSampleInput } from './sample.inputs';
import { planOf } from './plan-of';

const LONGEST_SEED = 2 ** 31;

/** Draws a sample from today's cases and keeps the frame, the seed and the draw. */
export async function drawSample(tx: CommandTransaction, input: DrawSampleInput, now: Date): Promise<Success> {
  const today = todayInLondon(now);
  const plan = planOf(input);
  const asked = await askedOf(tx, input, today);
  const seed = input.seed ?? randomInt(LONGEST_SEED);
  if (seed < 0) throw inputInvalid(['seed'], 'A seed is 0 or more.');
  const frame = await frameOf(tx, asked, today);
  if (frame.length === 0) throw refuse('SampleFrameEmpty', 'There is no case to draw from. Ask for other teams or plan types.', []);
  const drawn = draw(frame, plan, seed);
  const id = await keep(tx, input, { asked, plan, seed, frame, drawn, today });
  tx.changed('Sample', [id], 'drawSample');
  return { __typename: 'DrawSampleSuccess', sampleId: id };
}

async function askedOf(tx: CommandTransaction, input: DrawSampleInput, today: string): Promise<FrameAsked> {
  const { planTypes = PLAN_TYPES, auditedWithinDays = 180, withWorker = false, pilot = false } = input;
  if (input.title === '') throw inputInvalid(['title'], 'Name the sample.');
  if (!(AUDIT_KINDS as readonly string[]).includes(input.kind ?? 'CHILD_JOURNEY')) throw inputInvalid(['kind'], `The kind is one of ${AUDIT_KINDS.join(', ')}.`);
  if (!planTypes.every((one) => (PLAN_TYPES as readonly string[]).includes(one))) throw inputInvalid(['planTypes'], `Plan types are ${PLAN_TYPES.join(', ')}.`);
  if (auditedWithinDays < 0 || auditedWithinDays > 3660) throw inputInvalid(['auditedWithinDays'], 'From 0 to 3,660 days.');
  const toolVersionId = await versionInUse(tx, input.toolCode, pilot);
  const teamIds = (input.teamIds ?? []).map((given, index) => idOf('Team', given, ['teamIds', String(index)]));
  const auditorIds = await auditorsOf(tx, input.auditorIds, today);
  return { planTypes: PLAN_TYPES.filter((one) => planTypes.includes(one)), auditedWithinDays, withWorker, toolVersionId, teamIds, auditorIds };
}

function idOf(type: string, given: string, path: string[]): string {
  const id = uuidOf(type, given);
  if (!id) throw notFound(path, type.toLowerCase());
  return id;
}

/** Workers who are here, each once. */
export async function auditorsOf(tx: CommandTransaction, given: readonly string[], today: string): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, one] of given.entries()) {
    const place = await placeOf(tx, uuidOf('Worker', one));
    if (!place) throw notFound(['auditorIds', String(index)], 'worker');
    if (place.leftOn !== null && place.leftOn < today) throw refuse('AuditorHasLeft', 'This auditor no longer works here. Choose another.', ['auditorIds', String(index)]);
    ids.push(place.workerId);
  }
  return [...new Set(ids)].toSorted();
}

interface Kept {
  asked: FrameAsked;
  plan: DrawPlan;
  seed: number;
  frame: FrameCase[];
  drawn: Drawn;
  today: string;
}

async function keep(tx: CommandTransaction, { title, kind }: DrawSampleInput, { asked, plan, seed, frame, drawn, today }: Kept): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into sample (title, tool_version_id, kind, with_worker, method, size, quotas, plan_types, team_ids, audited_within_days, auditor_ids, seed, generator, frame_size, frame_digest, strata, drawn_count, drawn_on, drawn_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) returning id`,
    [
      title, asked.toolVersionId, kind ?? 'CHILD_JOURNEY', asked.withWorker, plan.method, plan.method === 'RANDOM' ? plan.size : null, plan.method === 'QUOTA' ? JSON.stringify(plan.quotas) : null,
      asked.planTypes, asked.teamIds, asked.auditedWithinDays, asked.auditorIds, seed, GENERATOR, frame.length, digestOf(frame), JSON.stringify(drawn.strata), drawn.keys.length, today, tx.viewer.workerId,
    ],
  );
  const places = new Map(drawn.keys.map((key, index) => [key, index + 1]));
  await tx.query(
    `insert into sample_case (sample_id, case_key, child_id, team_id, plan_type, excluded, place)
     select $1, f.key, f.key, f.team, f.plan, f.excluded, f.place from json_to_recordset($2::text::json) as f(key uuid, team uuid, plan text, excluded text, place int)`,
    [row?.id, JSON.stringify(frame.map((one) => ({ ...one, place: places.get(one.key) ?? null })))],
  );
  return row?.id as string;
}
