import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, mustBeCurrent, notFound, Rag, refuse, type Success, uuidOf } from '@qaf/graph';
import { publish } from '@qaf/record';
import { placeOf } from '../worker-place/worker-place';
import type { AcknowledgeRagFormInput, AnswerRagFormInput, FollowUpRagFormInput, GiveRagFormInput, RagAreaInput } from './rag-form.inputs';
import { RAG_AREAS } from './rag-form.reference';
import { overallRag } from './rag-form.rules';

interface Met {
  id: string;
  childId: string;
  heldOn: string;
  workerId: string | null;
  teamId: string | null;
  given: boolean;
}

/** Keeps what the chair found after a meeting, and tells the others: a red form leads to an action. */
export async function giveRagForm(tx: CommandTransaction, input: GiveRagFormInput, now: Date): Promise<Success> {
  const today = todayInLondon(now);
  mustBeWhole(input.areas);
  const meeting = await meetingOf(tx, input.meetingId);
  const me = tx.viewer.workerId;
  if (meeting.given) throw refuse('RagFormGiven', 'The meeting has its form already.', ['meetingId']);
  if (me === null || me === meeting.workerId) throw refuse('RagFormNotYours', 'Somebody who does not hold the case gives the form.', ['meetingId']);
  if (meeting.heldOn > today) throw inputInvalid(['meetingId'], 'The meeting has not been held yet.');
  const rag = overallRag(input.areas);
  const drift = input.driftReason || null;
  const [form] = await tx.query<{ id: string }>(
    `insert into rag_form (child_id, meeting_id, author_id, worker_id, team_id, rag, held_on, given_on, practice_problems, drift_or_delay, drift_reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [meeting.childId, meeting.id, me, meeting.workerId, meeting.teamId, rag, meeting.heldOn, today, input.practiceProblems || null, drift !== null, drift],
  );
  const formId = form?.id as string;
  await tx.query(
    `insert into rag_form_area (form_id, area, rag, note) select $1::uuid, a.area, a.rag, nullif(a.note, '') from json_to_recordset($2::text::json) as a(area text, rag text, note text)`,
    [formId, JSON.stringify(input.areas)],
  );
  await tx.query('insert into meeting_rag_form (meeting_id, given_on) values ($1, $2)', [meeting.id, today]);
  const { childId, workerId, teamId } = meeting;
  await publish(tx, 'casework', { type: 'casework.rag-form.given.v1', subject: `rag-form:${formId}`, data: { formId, childId, meetingId: meeting.id, authorId: me, workerId, teamId, rag, givenOn: today } });
  tx.changed('RagForm', [formId], 'giveRagForm');
  return { __typename: 'GiveRagFormSuccess', formId };
}

/** The worker has read the form. */
export async function acknowledgeRagForm(tx: CommandTransaction, input: AcknowledgeRagFormInput, now: Date): Promise<Success> {
  const form = await formFor(tx, input);
  if (tx.viewer.workerId === null || form.workerId !== tx.viewer.workerId) throw refuse('RagFormNotYours', 'Only the worker whose case it is acknowledges.', ['formId']);
  if (form.workerAcknowledgedOn !== null) throw refuse('RagFormSettled', 'You acknowledged it already.', ['formId']);
  await tx.query('update rag_form set worker_acknowledged_on = $2, worker_comment = $3, version = version + 1 where id = $1', [form.id, todayInLondon(now), input.comment || null]);
  return changed(tx, form.id, 'acknowledgeRagForm');
}

/** Whoever manages the worker or the team says what will be done. */
export async function answerRagForm(tx: CommandTransaction, input: AnswerRagFormInput, now: Date): Promise<Success> {
  if (input.answer === '') throw inputInvalid(['answer'], 'Say what will be done.');
  const form = await formFor(tx, input);
  const { workerId: me, teams, workers } = tx.viewer;
  const manages = (form.teamId !== null && teams.includes(form.teamId)) || (form.workerId !== null && workers.includes(form.workerId));
  if (me === null || me === form.workerId || me === form.authorId || !manages) throw refuse('RagFormNotYours', 'This is for the team’s manager.', ['formId']);
  if (form.managerAnsweredOn !== null) throw refuse('RagFormSettled', 'It was answered already.', ['formId']);
  await tx.query('update rag_form set manager_answered_on = $2, manager_answer = $3, answered_by_id = $4, version = version + 1 where id = $1', [form.id, todayInLondon(now), input.answer, me]);
  return changed(tx, form.id, 'answerRagForm');
}

/** The Principal IRO met the team manager about the form; they may find it resolved. */
export async function followUpRagForm(tx: CommandTransaction, input: FollowUpRagFormInput, now: Date): Promise<Success> {
  if (input.note === '') throw inputInvalid(['note'], 'Say what was agreed.');
  const form = await formFor(tx, input);
  if (form.resolvedOn !== null || form.rag === Rag.GREEN) throw refuse('RagFormSettled', 'There is nothing to follow up.', ['formId']);
  if (input.heldOn > todayInLondon(now) || input.heldOn < form.givenOn) throw inputInvalid(['heldOn'], 'They met after the form was given, and not in the future.');
  const me = tx.viewer.workerId;
  const place = await placeOf(tx, uuidOf('Worker', input.withId));
  if (!place || place.workerId === me) throw notFound(['withId'], 'worker');
  await tx.query(
    'insert into rag_follow_up (form_id, position, held_on, by_id, with_id, note, resolved) select $1, count(*) + 1, $2, $3, $4, $5, $6 from rag_follow_up where form_id = $1',
    [form.id, input.heldOn, me, place.workerId, input.note, input.resolved],
  );
  await tx.query('update rag_form set resolved_on = $2, version = version + 1 where id = $1', [form.id, input.resolved ? input.heldOn : null]);
  return changed(tx, form.id, 'followUpRagForm');
}

interface Held {
  id: string;
  authorId: string;
  workerId: string | null;
  teamId: string | null;
  rag: Rag;
  givenOn: string;
  workerAcknowledgedOn: string | null;
  managerAnsweredOn: string | null;
  resolvedOn: string | null;
  version: number;
}

async function formFor(tx: CommandTransaction, { formId, version }: { formId: string; version: number }): Promise<Held> {
  const id = uuidOf('RagForm', formId);
  const [form] = await tx.query<Held>(
    `select id, author_id as "authorId", worker_id as "workerId", team_id as "teamId", rag, given_on::text as "givenOn", worker_acknowledged_on::text as "workerAcknowledgedOn",
       manager_answered_on::text as "managerAnsweredOn", resolved_on::text as "resolvedOn", version from rag_form where id = $1 for update`,
    [id],
  );
  if (!form) throw notFound(['formId'], 'form');
  mustBeCurrent('RagForm', form.version, version);
  return form;
}

async function meetingOf(tx: CommandTransaction, meetingId: string): Promise<Met> {
  const [meeting] = await tx.query<Met>(
    `select m.id, m.child_id as "childId", m.held_on::text as "heldOn", c.worker_id as "workerId", c.team_id as "teamId", exists (select from meeting_rag_form g where g.meeting_id = m.id) as given
     from case_meeting m join child c on c.id = m.child_id where m.id = $1`,
    [uuidOf('CaseMeeting', meetingId)],
  );
  if (!meeting) throw notFound(['meetingId'], 'meeting');
  return meeting;
}

function mustBeWhole(areas: readonly RagAreaInput[]): void {
  const codes = areas.map(({ area }) => area);
  if (codes.length !== RAG_AREAS.length || RAG_AREAS.some(({ code }) => !codes.includes(code))) throw inputInvalid(['areas'], 'Each of the six areas once.');
  if (areas.some(({ rag, note }) => rag !== Rag.GREEN && !note)) throw inputInvalid(['areas'], 'Say what was found wherever it is not green.');
}

function changed(tx: CommandTransaction, formId: string, command: string): Success {
  tx.changed('RagForm', [formId], command);
  return { __typename: `${command[0]?.toUpperCase()}${command.slice(1)}Success`, formId };
}
