import { randomUUID } from 'node:crypto';
import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, mustBeCurrent, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { publish } from '@qaf/record';
import { seenChildren } from '../child/seen-children';
import { CaseDiscussionRow, SupervisionSessionRow } from './supervision.entity';
import type { CancelSupervisionInput, CaseDiscussionInput, PlanSupervisionInput, RecordSupervisionInput } from './supervision.inputs';
import { stepped, type SupervisionStep } from './supervision.state';

/** Plans a session between the viewer and a worker below them. */
export async function planSupervision(tx: CommandTransaction, input: PlanSupervisionInput): Promise<Success> {
  const workerId = uuidOf('Worker', input.workerId);
  const [worker] = workerId ? await tx.query<{ id: string; teamId: string | null }>(WORKER_AND_TEAM, [workerId, input.plannedFor]) : [];
  if (!worker) throw notFound(['workerId'], 'worker');
  if (!tx.viewer.workerId || !standsOver(tx.viewer, worker)) throw refuse('SupervisorNotInCharge', 'You do not supervise this worker.', ['workerId']);
  const id = randomUUID();
  await tx.manager.insert(SupervisionSessionRow, {
    id, workerId: worker.id, supervisorId: tx.viewer.workerId, teamId: worker.teamId, kind: input.kind, state: 'PLANNED', plannedFor: input.plannedFor, version: 1,
  });
  tx.changed('SupervisionSession', [id], 'planSupervision');
  return { __typename: 'PlanSupervisionSuccess', sessionId: id };
}

const WORKER_AND_TEAM = `select w.id, m.team_id as "teamId" from worker w
  left join team_membership m on m.worker_id = w.id and m.valid_from <= $2::date and (m.valid_to is null or $2::date < m.valid_to)
  where w.id = $1 and (w.left_on is null or w.left_on >= $2::date)`;

function standsOver(viewer: CommandTransaction['viewer'], worker: { id: string; teamId: string | null }): boolean {
  if (worker.id === viewer.workerId) return false;
  return viewer.workers.includes(worker.id) || (worker.teamId !== null && viewer.teams.includes(worker.teamId));
}

/** Records what was held, with the children discussed. */
export async function recordSupervision(tx: CommandTransaction, input: RecordSupervisionInput, now: Date): Promise<Success> {
  const session = await changeable(tx, input, 'record');
  if (input.heldOn > todayInLondon(now)) throw inputInvalid(['heldOn'], 'A supervision cannot have been held in the future.');
  const discussions = discussionsOf(session, input);
  await mustSee(tx, discussions);
  await tx.manager.update(SupervisionSessionRow, { id: session.id }, {
    state: 'HELD', heldOn: input.heldOn, reflectiveAnalysis: input.reflectiveAnalysis, summary: input.summary ?? null, version: session.version + 1,
  });
  if (discussions.length > 0) await tx.manager.insert(CaseDiscussionRow, discussions);
  tx.changed('SupervisionSession', [session.id], 'recordSupervision');
  tx.changed('CaseDiscussion', discussions.map((one) => one.id), 'recordSupervision');
  await publish(tx, 'workforce', {
    type: 'workforce.supervision.held.v1',
    subject: `worker:${session.workerId}`,
    data: { sessionId: session.id, workerId: session.workerId, heldOn: input.heldOn, childIds: discussions.map((one) => one.childId) },
  });
  return { __typename: 'RecordSupervisionSuccess', sessionId: session.id };
}

/** Calls a planned session off. */
export async function cancelSupervision(tx: CommandTransaction, input: CancelSupervisionInput): Promise<Success> {
  const session = await changeable(tx, input, 'cancel');
  await tx.manager.update(SupervisionSessionRow, { id: session.id }, { state: 'CANCELLED', cancelledReason: input.reason, version: session.version + 1 });
  tx.changed('SupervisionSession', [session.id], 'cancelSupervision');
  return { __typename: 'CancelSupervisionSuccess', sessionId: session.id };
}

/** The session, locked, if the viewer gives it or stands above it, their copy is current, and the step can be taken. */
async function changeable(tx: CommandTransaction, input: { sessionId: string; version: number }, step: SupervisionStep): Promise<SupervisionSessionRow> {
  const id = uuidOf('SupervisionSession', input.sessionId);
  const session = id ? await tx.manager.findOne(SupervisionSessionRow, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!session) throw notFound(['sessionId'], 'supervision session');
  if (session.supervisorId !== tx.viewer.workerId && !standsOver(tx.viewer, { id: session.workerId, teamId: session.teamId })) {
    throw refuse('SupervisorNotInCharge', 'This session is not yours to record or cancel.', ['sessionId']);
  }
  mustBeCurrent('Supervision', session.version, input.version);
  if (!stepped(session.state, step)) throw refuse('SupervisionNotPlanned', 'This session was held or cancelled already.', ['sessionId']);
  return session;
}

function discussionsOf(session: SupervisionSessionRow, input: RecordSupervisionInput): CaseDiscussionRow[] {
  const rows = input.discussions.map((one, index) => discussionOf(session, input.heldOn, one, index));
  const twice = rows.findIndex((row, index) => rows.findIndex((other) => other.childId === row.childId) < index);
  if (twice >= 0) throw inputInvalid(['discussions', String(twice), 'childId'], 'Each child may be discussed once in a session.');
  return rows;
}

/** A child whom the writer may not see is not found, as one that never was. */
async function mustSee(tx: CommandTransaction, discussions: readonly CaseDiscussionRow[]): Promise<void> {
  const seen = await seenChildren(tx, discussions.map(({ childId }) => childId));
  const hidden = discussions.findIndex(({ childId }) => !seen.has(childId));
  if (hidden >= 0) throw notFound(['discussions', String(hidden), 'childId'], 'child');
}

function discussionOf(session: SupervisionSessionRow, heldOn: string, one: CaseDiscussionInput, index: number): CaseDiscussionRow {
  const childId = uuidOf('Child', one.childId);
  if (!childId) throw notFound(['discussions', String(index), 'childId'], 'child');
  return {
    id: randomUUID(), sessionId: session.id, workerId: session.workerId, supervisorId: session.supervisorId, teamId: session.teamId,
    childId, heldOn, discussed: one.discussed, decision: one.decision, agreedActions: one.agreedActions ?? null, mergedFrom: null, version: 1,
  };
}
