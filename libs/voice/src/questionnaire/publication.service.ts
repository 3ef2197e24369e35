import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { mustBeCurrent, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import type { PublishQuestionnaireVersionInput, RetireQuestionnaireVersionInput } from './publication.inputs';
import { publicationFault, type DraftVersion } from './publication.rules';
import { QuestionnaireVersionRow } from './questionnaire.entity';
import { QuestionnaireState, stateAfter } from './questionnaire.state';

/** Publishes a complete draft; the version in use until now is retired with it. */
export async function publishQuestionnaireVersion(tx: CommandTransaction, input: PublishQuestionnaireVersionInput, now: Date): Promise<Success> {
  const draft = await locked(tx, input);
  const state = stateAfter(draft.state, 'publish');
  if (!state) throw refuse('QuestionnaireVersionNotDraft', 'This version was published before.', ['questionnaireVersionId']);
  const fault = publicationFault(await contentOf(tx, draft.id));
  if (fault) throw refuse('QuestionnaireVersionIncomplete', fault, ['questionnaireVersionId']);
  const today = todayInLondon(now);
  await retireCurrent(tx, draft.questionnaireId, today);
  await tx.manager.update(QuestionnaireVersionRow, { id: draft.id }, { state, publishedOn: today, version: draft.version + 1 });
  return { __typename: 'PublishQuestionnaireVersionSuccess', questionnaireVersionId: draft.id };
}

/** Takes the version in use out of use. */
export async function retireQuestionnaireVersion(tx: CommandTransaction, input: RetireQuestionnaireVersionInput, now: Date): Promise<Success> {
  const current = await locked(tx, input);
  const state = stateAfter(current.state, 'retire');
  if (!state) throw refuse('QuestionnaireVersionNotPublished', 'Only the version in use can be retired.', ['questionnaireVersionId']);
  await tx.manager.update(QuestionnaireVersionRow, { id: current.id }, { state, retiredOn: todayInLondon(now), version: current.version + 1 });
  return { __typename: 'RetireQuestionnaireVersionSuccess', questionnaireVersionId: current.id };
}

async function locked(tx: CommandTransaction, input: { questionnaireVersionId: string; version: number }): Promise<QuestionnaireVersionRow> {
  const id = uuidOf('QuestionnaireVersion', input.questionnaireVersionId);
  const row = id ? await tx.manager.findOne(QuestionnaireVersionRow, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!row) throw notFound(['questionnaireVersionId'], 'version of a questionnaire');
  mustBeCurrent('Questionnaire', row.version, input.version);
  return row;
}

async function retireCurrent(tx: CommandTransaction, questionnaireId: string, today: string): Promise<void> {
  const where = { questionnaireId, state: QuestionnaireState.PUBLISHED };
  const current = await tx.manager.findOne(QuestionnaireVersionRow, { where, lock: { mode: 'pessimistic_write' } });
  if (!current) return;
  await tx.manager.update(QuestionnaireVersionRow, { id: current.id }, { state: QuestionnaireState.RETIRED, retiredOn: today, version: current.version + 1 });
}

async function contentOf(tx: CommandTransaction, versionId: string): Promise<DraftVersion> {
  const wordings = await tx.query<DraftVersion['wordings'][number]>('select language, variant from questionnaire_wording where version_id = $1', [versionId]);
  const questions = await tx.query<DraftVersion['questions'][number]>(
    `select k.key, k.options, k.help_values as "helpValues",
       coalesce((select json_agg(json_build_object('language', w.language, 'variant', w.variant, 'options', w.options)) from question_wording w where w.question_id = k.id), '[]') as wordings
     from questionnaire_question k where k.version_id = $1 order by k.position`,
    [versionId],
  );
  return { wordings, questions };
}
