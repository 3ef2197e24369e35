import type { Writing } from '../child/child-place.writer';
import { CP_PLAN_END_PARENTS } from './cp-plan-end-parents.reference';
import { CP_PLAN_END_CHILD } from './cp-plan-end.reference';
import type { ByWording, QuestionnaireContent } from './questionnaire.content';

/** The first questionnaires and the day on which their first version counts as published. */
export const FIRST_QUESTIONNAIRES = [CP_PLAN_END_CHILD, CP_PLAN_END_PARENTS];
const PUBLISHED_ON = '2017-09-01';

/**
 * Writes the questionnaires for the end of a child protection plan, published in their first version. Run as the import
 * machine or QPA. What is there already stays as it is, so running it again changes nothing.
 */
export async function seedVoice(tx: Writing): Promise<void> {
  for (const content of FIRST_QUESTIONNAIRES) {
    const versionId = await newVersion(tx, content);
    if (!versionId) continue;
    await tx.query(AROUND, [versionId, JSON.stringify(inWordings(content.around))]);
    await tx.query(QUESTIONS, [versionId, JSON.stringify(content.questions.map((question, index) => ({ ...question, position: index + 1 })))]);
    await tx.query(WORDINGS, [versionId, JSON.stringify(content.questions.flatMap(({ key, text, labels }) => inWordings(wordingsOf(text, labels)).map((one) => ({ key, ...one }))))]);
    await tx.query(`update questionnaire_version set state = 'PUBLISHED', published_on = $2, version = version + 1 where id = $1`, [versionId, PUBLISHED_ON]);
  }
}

/** The id of version 1 as a draft; null where the questionnaire is there already. */
async function newVersion(tx: Writing, { code, title, audience }: QuestionnaireContent): Promise<string | null> {
  const added = await tx.query(
    `with added as (insert into questionnaire (code, title, audience) values ($1, $2, $3) on conflict (code) do nothing returning id)
     insert into questionnaire_version (questionnaire_id, number) select id, 1 from added returning id`,
    [code, title, audience],
  );
  const rows = (Array.isArray(added) ? added : (added as { rows: unknown[] }).rows) as { id: string }[];
  return rows[0]?.id ?? null;
}

function wordingsOf(text: ByWording<string>, labels: ByWording<Record<string, string>>): ByWording<object> {
  return Object.fromEntries(Object.entries(text).map(([wording, words]) => [wording, { text: words, options: labels[wording as keyof typeof labels] ?? {} }]));
}

function inWordings(by: ByWording<object>): object[] {
  return Object.entries(by).map(([wording, content]) => {
    const [language, variant] = wording.split(' ');
    return { language, variant, ...content };
  });
}

const AROUND = `insert into questionnaire_wording (version_id, language, variant, title, introduction, help)
  select $1, language, variant, title, introduction, help
  from json_to_recordset($2::text::json) as w (language text, variant text, title text, introduction text, help text)`;

const QUESTIONS = `insert into questionnaire_question (version_id, position, key, kind, priority_code, mandatory, options, help_values)
  select $1, position, key, kind, "priorityCode", mandatory, options, "helpValues"
  from json_to_recordset($2::text::json) as k (position int, key text, kind text, "priorityCode" text, mandatory boolean, options jsonb, "helpValues" jsonb)`;

const WORDINGS = `insert into question_wording (question_id, language, variant, text, options)
  select k.id, w.language, w.variant, w.text, w.options
  from json_to_recordset($2::text::json) as w (key text, language text, variant text, text text, options jsonb)
  join questionnaire_question k on k.version_id = $1 and k.key = w.key`;
