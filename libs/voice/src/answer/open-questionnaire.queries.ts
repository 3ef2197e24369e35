import { offered } from '../questionnaire/questionnaire.queries';
import { type AskedQuestion, shownKind } from './answer.rules';
import type { LanguageVariant, OpenQuestion } from './open-questionnaire.type';
import { spentHash, versionOfToken } from './token';

/** Whatever runs SQL in the open transaction: a unit's read, or a command. */
export interface Reading {
  query<Row>(sql: string, params?: unknown[]): Promise<Row[]>;
}

export interface OpenedVersion {
  versionId: string;
  available: LanguageVariant[];
  wording: { title: string; introduction: string; help: string };
  questions: OpenQuestion[];
}

/** Lets the open transaction see the version that a valid token opens; null, and nothing seen, for any other token. */
export async function openByToken(reading: Reading, token: string): Promise<string | null> {
  const versionId = versionOfToken(token);
  if (!versionId) return null;
  await reading.query(`select set_config('voice.opened', concat_ws(',', nullif(current_setting('voice.opened', true), ''), $1::text), true)`, [versionId]);
  return versionId;
}

/** An opened version in one language and variant; null when it is not worded in them. */
export async function readOpened(reading: Reading, versionId: string, { language, variant }: LanguageVariant): Promise<OpenedVersion | null> {
  const around = await reading.query<LanguageVariant & OpenedVersion['wording']>(
    'select language, variant, title, introduction, help from questionnaire_wording where version_id = $1 order by language, variant',
    [versionId],
  );
  const wording = around.find((one) => one.language === language && one.variant === variant);
  if (!wording) return null;
  const rows = await reading.query<Omit<OpenQuestion, 'options'> & { values: string[]; labels: Record<string, string> }>(
    `select k.key, k.kind, w.text, k.mandatory, k.help_values as "helpValues", k.options as values, w.options as labels
     from questionnaire_question k join question_wording w on w.question_id = k.id and w.language = $2 and w.variant = $3
     where k.version_id = $1 order by k.position`,
    [versionId, language, variant],
  );
  const questions = rows.map(({ values, labels, kind, ...row }) => ({ ...row, kind: shownKind(kind, variant), options: offered(values, labels) }));
  return { versionId, available: around.map((one) => ({ language: one.language, variant: one.variant })), wording, questions };
}

/** Whether the token was spent. Only who brings a token can ask this of it, and of no other. */
export async function isSpent(reading: Reading, token: string): Promise<boolean> {
  const hash = spentHash(token);
  await reading.query(`select set_config('voice.token', $1, true)`, [hash]);
  const rows = await reading.query('select from spent_token where hash = $1', [hash]);
  return rows.length > 0;
}

export function askedOf({ questions }: OpenedVersion): AskedQuestion[] {
  return questions.map(({ key, kind, mandatory, options, helpValues }) => ({ key, kind, mandatory, values: options.map((option) => option.value), helpValues }));
}
