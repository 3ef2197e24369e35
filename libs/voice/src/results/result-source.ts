import type { CommandTransaction } from '@qaf/database';
import type { GatheredFacts, ReleaseSource } from '@qaf/release';
import type { FinestCount } from '@qaf/statistics';
import { type AskedInVersion, LANGUAGES, type MeasuredQuestion, measuredQuestions, MEMBERS, NOT_TOLD, OTHER_LANGUAGE } from './measured-question.rules';

/** The questions of every version that was published, as they are measured. Read as the machine that makes reports. */
export async function questionsMeasured(tx: Pick<CommandTransaction, 'query'>): Promise<MeasuredQuestion[]> {
  const asked = await tx.query<AskedInVersion>(
    `select n.code as "questionnaireCode", n.title as "questionnaireTitle", v.id as "versionId", v.number as "versionNumber", k.key, k.kind, k.options, k.help_values as "helpValues",
       w.text, w.options as labels
     from questionnaire n join questionnaire_version v on v.questionnaire_id = n.id and v.state <> 'DRAFT'
     join questionnaire_question k on k.version_id = v.id
     join question_wording w on w.question_id = k.id and w.language = 'en' and w.variant = 'STANDARD'
     order by n.code, k.key, v.number`,
  );
  return measuredQuestions(asked);
}

/** Counts the released answers to a question, by what is kept beside them. */
export function sourceOf({ statistic, questionKey, versionIds, versions }: MeasuredQuestion): ReleaseSource {
  return { statistic, gather: (tx, _period, quarters) => gather(tx, { questionKey, versionIds, versions, quarters: quarters.map(({ code }) => code) }) };
}

interface Counted {
  versionId: string;
  quarter: string;
  value: string;
  ageBand: string | null;
  language: string | null;
  mode: string | null;
  count: number;
}

interface Asked extends Pick<MeasuredQuestion, 'questionKey' | 'versionIds' | 'versions'> {
  quarters: string[];
}

async function gather(tx: CommandTransaction, { questionKey, versionIds, versions, quarters }: Asked): Promise<GatheredFacts> {
  const rows = await tx.query<Counted>(
    `select b.questionnaire_version_id as "versionId", b.last_period as quarter, a.value, a.age_band as "ageBand", a.language, a.mode, count(*)::int as count
     from released_answer a join answer_batch b on b.id = a.batch_id
     where b.questionnaire_version_id = any($1::uuid[]) and a.question_key = $2 and b.last_period = any($3::text[])
     group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`,
    [versionIds, questionKey, quarters],
  );
  return {
    members: MEMBERS,
    finest: summed(rows),
    toolVersions: [...new Set(rows.map(({ versionId }) => versions.get(versionId) ?? ''))],
  };
}

/** Two versions of a questionnaire, and two languages that count as other, fall in one cell. */
function summed(rows: readonly Counted[]): FinestCount[] {
  const cells = new Map<string, FinestCount>();
  for (const { quarter, value, ageBand, language, mode, count } of rows) {
    const at = { age: ageBand ?? NOT_TOLD, language: languageOf(language), mode: mode ?? NOT_TOLD };
    const key = JSON.stringify([quarter, value, at]);
    cells.set(key, { quarter, at, category: value, count: count + (cells.get(key)?.count ?? 0) });
  }
  return [...cells.values()];
}

function languageOf(language: string | null): string {
  if (language === null) return NOT_TOLD;
  return LANGUAGES.includes(language) ? language : OTHER_LANGUAGE;
}
