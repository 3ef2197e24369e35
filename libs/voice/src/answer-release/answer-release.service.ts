import { addDays, quarterOf, todayInLondon } from '@qaf/calendar';
import type { CommandTransaction, Unit } from '@qaf/database';
import { type AnswerSheet, sealedComment, type SealedSheet, unsealed } from '../answer/sealing';
import { type ReleasedRows, releasedRows } from './released-rows.rules';
import { shuffled } from './shuffle.rules';

/** A version of a questionnaire whose quarter is to be decided. */
interface Candidate {
  versionId: string;
  kept: string[];
}

interface BatchRule {
  fewestAnswers: number;
  fewestAlike: number;
}

/** What was decided for one version: how many came out, or null where there were too few. */
export interface BatchOutcome {
  questionnaireVersionId: string;
  period: string;
  answers: number | null;
  /** Sheets that no key of ours opens: they wait for the secret that they were sealed under. */
  unopened: number;
}

interface Waiting {
  id: string;
  period: string;
  answers: SealedSheet;
}

interface Opened {
  id: string;
  period: string;
  sheet: AnswerSheet;
}

/**
 * Decides the quarter that ended last for every version of a questionnaire that is or was in use, each in a transaction of
 * its own: what waited comes out shuffled and is gone from where it waited, or stays for the next quarter when there is too
 * little. Run as the machine that makes reports; a version and quarter that is decided already is left alone.
 */
export async function releaseAnswers(unitOf: () => Unit, now: Date): Promise<BatchOutcome[]> {
  const today = todayInLondon(now);
  const period = quarterOf(addDays(quarterOf(today).startsOn, -1)).code;
  const candidates = await unitOf().command((tx) => undecided(tx, period));
  const outcomes: BatchOutcome[] = [];
  for (const candidate of candidates) {
    const outcome = await unitOf().command((tx) => decide(tx, candidate, { period, today }));
    if (outcome) outcomes.push(outcome);
  }
  return outcomes;
}

async function undecided(tx: CommandTransaction, period: string): Promise<Candidate[]> {
  return tx.query<Candidate>(
    `select v.id as "versionId", v.kept_attributes as kept from questionnaire_version v
     where v.state <> 'DRAFT' and not exists (select from answer_batch b where b.questionnaire_version_id = v.id and b.last_period >= $1)
     order by v.id`,
    [period],
  );
}

/** Null where somebody else decides or has decided. */
async function decide(tx: CommandTransaction, { versionId, kept }: Candidate, { period, today }: { period: string; today: string }): Promise<BatchOutcome | null> {
  if (!(await isOurs(tx, versionId, period))) return null;
  const rule = await ruleOn(tx, today);
  const outcome = { questionnaireVersionId: versionId, period };
  const { sheets, unopened } = await waitingSheets(tx, versionId, period);
  if (sheets.length < rule.fewestAnswers) {
    await noteBatch(tx, { versionId, state: 'HELD_OVER', firstPeriod: period, period, fewest: rule.fewestAnswers, today, answers: null });
    return { ...outcome, answers: null, unopened };
  }
  const rows = releasedRows(sheets.map(({ sheet }) => sheet), { kept, fewest: rule.fewestAlike }, shuffled);
  const firstPeriod = await firstPeriodOf(tx, versionId, sheets.reduce((first, one) => (one.period < first ? one.period : first), period));
  await tx.query('delete from waiting_answer where id = any($1::uuid[])', [sheets.map(({ id }) => id)]);
  const batchId = await noteBatch(tx, { versionId, state: 'RELEASED', firstPeriod, period, fewest: rule.fewestAnswers, today, answers: sheets.length });
  await write(tx, batchId, rows);
  return { ...outcome, answers: sheets.length, unopened };
}

/** One at a time for a version: who comes second waits, and finds it decided. */
async function isOurs(tx: CommandTransaction, versionId: string, period: string): Promise<boolean> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('answer release'), hashtext($1))`, [versionId]);
  const decided = await tx.query('select from answer_batch where questionnaire_version_id = $1 and last_period >= $2', [versionId, period]);
  return decided.length === 0;
}

async function ruleOn(tx: CommandTransaction, today: string): Promise<BatchRule> {
  const [rule] = await tx.query<BatchRule>(
    `select fewest_answers as "fewestAnswers", fewest_alike as "fewestAlike" from answer_batch_rule where valid_from <= $1 and (valid_to is null or valid_to > $1)`,
    [today],
  );
  if (!rule) throw new Error('No rule says how many answers make a batch.');
  return rule;
}

/** What waits and opens. A sheet that was sealed under another secret opens for nobody; it stays, and stops no one else's. */
async function waitingSheets(tx: CommandTransaction, versionId: string, period: string): Promise<{ sheets: Opened[]; unopened: number }> {
  const rows = await tx.query<Waiting>('select id, period, answers from waiting_answer where questionnaire_version_id = $1 and period <= $2', [versionId, period]);
  const sheets = rows.flatMap(({ id, answers, period: of }) => {
    const sheet = openedOrNull(answers, versionId, of);
    return sheet ? [{ id, period: of, sheet }] : [];
  });
  return { sheets, unopened: rows.length - sheets.length };
}

function openedOrNull(answers: SealedSheet, versionId: string, period: string): AnswerSheet | null {
  try {
    return unsealed(answers, versionId, period);
  } catch {
    return null;
  }
}

/** The first quarter that was held over since the last release; that some answers in it came from then is not said. */
async function firstPeriodOf(tx: CommandTransaction, versionId: string, earliest: string): Promise<string> {
  const [row] = await tx.query<{ first: string | null }>(
    `select min(b.last_period) as first from answer_batch b where b.questionnaire_version_id = $1 and b.state = 'HELD_OVER'
     and b.last_period > coalesce((select max(r.last_period) from answer_batch r where r.questionnaire_version_id = $1 and r.state = 'RELEASED'), '')`,
    [versionId],
  );
  return row?.first && row.first < earliest ? row.first : earliest;
}

interface Batch {
  versionId: string;
  state: 'RELEASED' | 'HELD_OVER';
  firstPeriod: string;
  period: string;
  fewest: number;
  today: string;
  answers: number | null;
}

async function noteBatch(tx: CommandTransaction, { versionId, state, firstPeriod, period, fewest, today, answers }: Batch): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into answer_batch (questionnaire_version_id, state, first_period, last_period, fewest, released_on, answers) values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [versionId, state, firstPeriod, period, fewest, today, answers],
  );
  return row?.id ?? '';
}

/** The lists are shuffled; the database gives each row a random number of its own. */
async function write(tx: CommandTransaction, batchId: string, { answers, groups, comments }: ReleasedRows): Promise<void> {
  await tx.query(
    `insert into released_answer (batch_id, question_key, value, age_band, language, mode, variant)
     select $1, "questionKey", value, "ageBand", language, mode, variant
     from json_to_recordset($2::text::json) as r ("questionKey" text, value text, "ageBand" text, language text, mode text, variant text)`,
    [batchId, JSON.stringify(answers)],
  );
  await tx.query(
    `insert into answer_batch_group (batch_id, answers, age_band, language, mode, variant)
     select $1, answers, "ageBand", language, mode, variant from json_to_recordset($2::text::json) as r (answers int, "ageBand" text, language text, mode text, variant text)`,
    [batchId, JSON.stringify(groups)],
  );
  await tx.query(
    `insert into waiting_comment (batch_id, question_key, comment) select $1, "questionKey", comment from json_to_recordset($2::text::json) as r ("questionKey" text, comment jsonb)`,
    [batchId, JSON.stringify(comments.map(({ questionKey, text }) => ({ questionKey, comment: sealedComment(text, questionKey) })))],
  );
}
