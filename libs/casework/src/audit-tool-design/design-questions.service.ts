import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import type { SetAuditChecklistInput, SetAuditToolServicesInput } from './design.inputs';
import type { AddAuditQuestionInput, AuditQuestionInput, ChangeAuditQuestionInput, RemoveAuditQuestionInput } from './design-questions.inputs';
import { isKey, placed, questionFault } from './design.rules';
import { sectionOf } from './design.service';
import { numberQuestions, questionsInOrder } from './design-order';
import { bumpVersion, versionFor } from './tool-version.change';

const COLUMNS = ['text', 'guidance', 'kind', 'weight', 'mandatory', 'limiting', 'caps_at', 'evidence_required', 'priority_code', 'asked_when_key', 'asked_when_answers', 'means_the_same_as'];

export async function addQuestion(tx: CommandTransaction, input: AddAuditQuestionInput): Promise<Success> {
  const { version } = await versionFor(tx, 'design', input);
  const sectionId = await sectionOf(tx, version.id, input.sectionId);
  if (!isKey(input.key)) throw inputInvalid(['key'], 'A key is 2 to 60 small letters, digits and dashes.');
  const values = valuesOf(input.question);
  const [added] = await tx.query<{ id: string }>(
    `insert into audit_question (version_id, section_id, key, position, ${COLUMNS.join(', ')})
     select $1, $2, $3, coalesce((select max(position) from audit_question where version_id = $1), 0) + 1, ${COLUMNS.map((_, index) => `$${index + 4}`).join(', ')}
     on conflict (version_id, key) do nothing returning id`,
    [version.id, sectionId, input.key, ...values],
  );
  if (!added) throw refuse('AuditQuestionKeyTaken', 'The draft has a question of this key already.', ['key']);
  await numberQuestions(tx, version.id, placed(await questionsInOrder(tx, sectionId), added.id, input.place ?? null));
  await bumpVersion(tx, version);
  return { __typename: 'AddAuditQuestionSuccess', toolVersionId: version.id };
}

export async function changeQuestion(tx: CommandTransaction, input: ChangeAuditQuestionInput): Promise<Success> {
  const { version } = await versionFor(tx, 'design', input);
  const { id, sectionId: own } = await questionOf(tx, version.id, input.key);
  const sectionId = input.sectionId == null ? own : await sectionOf(tx, version.id, input.sectionId);
  if (input.question) {
    await tx.query(`update audit_question set ${COLUMNS.map((column, index) => `${column} = $${index + 2}`).join(', ')} where id = $1`, [id, ...valuesOf(input.question)]);
  }
  if (sectionId !== own) await tx.query('update audit_question set section_id = $2 where id = $1', [id, sectionId]);
  const moves = input.place != null || sectionId !== own;
  await numberQuestions(tx, version.id, moves ? placed(await questionsInOrder(tx, sectionId), id, input.place ?? null) : []);
  await bumpVersion(tx, version);
  return { __typename: 'ChangeAuditQuestionSuccess', toolVersionId: version.id };
}

export async function removeQuestion(tx: CommandTransaction, input: RemoveAuditQuestionInput): Promise<Success> {
  const { version } = await versionFor(tx, 'design', input);
  const { id } = await questionOf(tx, version.id, input.key);
  const [dependent] = await tx.query<{ key: string }>('select key from audit_question where version_id = $1 and asked_when_key = $2 order by position limit 1', [version.id, input.key]);
  if (dependent) throw refuse('AuditQuestionNeeded', `The question ${dependent.key} depends on this one. Change that one first.`, ['key']);
  await tx.query('delete from audit_question where id = $1', [id]);
  await numberQuestions(tx, version.id);
  await bumpVersion(tx, version);
  return { __typename: 'RemoveAuditQuestionSuccess', toolVersionId: version.id };
}

/** Replaces the practitioner's checklist of a draft. */
export async function setChecklist(tx: CommandTransaction, input: SetAuditChecklistInput): Promise<Success> {
  const { version } = await versionFor(tx, 'design', input);
  for (const [index, { key, text }] of input.items.entries()) {
    if (!isKey(key)) throw inputInvalid(['items', String(index), 'key'], 'A key is 2 to 60 small letters, digits and dashes.');
    if (input.items.findIndex((other) => other.key === key) !== index) throw inputInvalid(['items', String(index), 'key'], 'Each key comes once.');
    if (text === '' || text.length > 1000) throw inputInvalid(['items', String(index), 'text'], 'An item has from 1 to 1,000 characters.');
  }
  await tx.query('delete from audit_checklist_item where version_id = $1', [version.id]);
  await tx.query(
    `insert into audit_checklist_item (version_id, position, key, text)
     select $1, i.place, i.key, i.text from rows from (json_to_recordset($2::text::json) as (key text, text text)) with ordinality as i(key, text, place)`,
    [version.id, JSON.stringify(input.items)],
  );
  await bumpVersion(tx, version);
  return { __typename: 'SetAuditChecklistSuccess', toolVersionId: version.id };
}

/** Says which services a draft is for; none means all. */
export async function setServices(tx: CommandTransaction, input: SetAuditToolServicesInput): Promise<Success> {
  const { version } = await versionFor(tx, 'design', input);
  const ids = input.serviceIds.map((given, index) => {
    const id = uuidOf('Service', given);
    if (!id) throw notFound(['serviceIds', String(index)], 'service');
    return id;
  });
  await tx.query('delete from audit_tool_service where version_id = $1', [version.id]);
  await tx.query('insert into audit_tool_service (version_id, service_id) select distinct $1::uuid, s.id from unnest($2::uuid[]) as s(id)', [version.id, ids]);
  await bumpVersion(tx, version);
  return { __typename: 'SetAuditToolServicesSuccess', toolVersionId: version.id };
}

async function questionOf(tx: CommandTransaction, versionId: string, key: string): Promise<{ id: string; sectionId: string }> {
  const [question] = await tx.query<{ id: string; sectionId: string }>('select id, section_id as "sectionId" from audit_question where version_id = $1 and key = $2', [versionId, key]);
  if (!question) throw notFound(['key'], 'question of the draft');
  return question;
}

/** In the order of `COLUMNS`. */
function valuesOf(question: AuditQuestionInput): unknown[] {
  const fault = questionFault(question);
  if (fault) throw fault;
  const { text, guidance, kind, weight, mandatory, limiting, capsAt, evidenceRequired, priorityCode, askedWhen, meansTheSameAs } = question;
  const scores = weight ?? (kind === 'GRADE' ? 1 : 0);
  return [text, guidance || null, kind, scores, mandatory ?? true, limiting ?? false, capsAt ?? null, evidenceRequired ?? false, priorityCode || null, askedWhen?.key ?? null, askedWhen?.answers ?? null, meansTheSameAs ?? null];
}
