import { listLoader, rowLoader } from '@qaf/database';
import type { QuestionnaireQuestion, QuestionnaireWording, QuestionWording } from './question.type';
import type { Questionnaire, QuestionnaireVersion } from './questionnaire.type';

const QUESTIONNAIRE_COLUMNS = 'n.id, n.code, n.title, n.audience';
const VERSION_COLUMNS = `v.id, v.number, v.state, v.published_on as "publishedOn", v.retired_on as "retiredOn", v.version, v.kept_attributes as "keptAttributes", v.questionnaire_id as "questionnaireId"`;
const QUESTION_COLUMNS = `k.id, k.key, k.position, k.kind, k.mandatory, k.options, k.version_id as "versionId", k.priority_code as "priorityCode"`;

export const questionnaireById = rowLoader<Questionnaire>('questionnaire.byId', (unit, ids) =>
  unit.query(`select ${QUESTIONNAIRE_COLUMNS} from questionnaire n where n.id = any($1::uuid[])`, [ids]),
);

export const questionnaireByCode = listLoader<Questionnaire>('questionnaire.byCode', (row) => row.code, (unit, codes) =>
  unit.query(`select ${QUESTIONNAIRE_COLUMNS} from questionnaire n where n.code = any($1::text[])`, [codes]),
);

export const questionnaireVersionById = rowLoader<QuestionnaireVersion>('questionnaireVersion.byId', (unit, ids) =>
  unit.query(`select ${VERSION_COLUMNS} from questionnaire_version v where v.id = any($1::uuid[])`, [ids]),
);

export const versionsOfQuestionnaire = listLoader<QuestionnaireVersion>('questionnaireVersion.ofQuestionnaire', (row) => row.questionnaireId, (unit, ids) =>
  unit.query(`select ${VERSION_COLUMNS} from questionnaire_version v where v.questionnaire_id = any($1::uuid[]) order by v.number desc`, [ids]),
);

export const questionById = rowLoader<QuestionnaireQuestion>('question.byId', (unit, ids) =>
  unit.query(`select ${QUESTION_COLUMNS} from questionnaire_question k where k.id = any($1::uuid[])`, [ids]),
);

export const questionsOfVersion = listLoader<QuestionnaireQuestion>('question.ofVersion', (row) => row.versionId, (unit, ids) =>
  unit.query(`select ${QUESTION_COLUMNS} from questionnaire_question k where k.version_id = any($1::uuid[]) order by k.position`, [ids]),
);

export const questionsOfPriority = listLoader<QuestionnaireQuestion>('question.ofPriority', (row) => row.priorityCode ?? '', (unit, codes) =>
  unit.query(
    `select ${QUESTION_COLUMNS} from questionnaire_question k
     join questionnaire_version v on v.id = k.version_id and v.state = 'PUBLISHED'
     join questionnaire n on n.id = v.questionnaire_id
     where k.priority_code = any($1::text[]) order by n.code, k.position`,
    [codes],
  ),
);

export const wordingsOfVersion = listLoader<QuestionnaireWording>('wording.ofVersion', (row) => row.versionId, (unit, ids) =>
  unit.query(
    `select w.language, w.variant, w.title, w.introduction, w.help, w.version_id as "versionId" from questionnaire_wording w
     where w.version_id = any($1::uuid[]) order by w.language, w.variant`,
    [ids],
  ),
);

export const wordingsOfQuestion = listLoader<QuestionWording>('wording.ofQuestion', (row) => row.questionId, async (unit, ids) => {
  const rows = await unit.query<Omit<QuestionWording, 'options'> & { values: string[]; labels: Record<string, string> }>(
    `select w.language, w.variant, w.text, w.options as labels, k.options as values, k.id as "questionId" from question_wording w
     join questionnaire_question k on k.id = w.question_id where k.id = any($1::uuid[]) order by w.language, w.variant`,
    [ids],
  );
  return rows.map(({ values, labels, ...row }) => ({ ...row, options: offered(values, labels) }));
});

/** The values that a variant words, in the question's order. */
export function offered(values: readonly string[], labels: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return values.flatMap((value) => (labels[value] === undefined ? [] : [{ value, label: labels[value] }]));
}
