import { businessYearOf, todayInLondon } from '@qaf/calendar';
import type { CommandTransaction, Unit } from '@qaf/database';
import { isFinished, periodByCode, type PeriodPublished, publishRelease } from '@qaf/release';
import type { MeasuredQuestion } from './measured-question.rules';
import { questionsMeasured, sourceOf } from './result-source';

/**
 * Publishes the results of every quarter in which answers came out, and of every business year that is over, question by
 * question, each in a transaction of its own. What is published already is left alone: a batch never changes.
 */
export async function publishResults(unitOf: () => Unit, now: Date): Promise<PeriodPublished[]> {
  const today = todayInLondon(now);
  const questions = await unitOf().command((tx) => questionsMeasured(tx));
  const done: PeriodPublished[] = [];
  for (const question of questions) {
    const due = await unitOf().command((tx) => duePeriods(tx, question, today));
    for (const code of due) {
      const outcome = await unitOf().command((tx) => publishRelease(tx, sourceOf(question), periodByCode(code), now));
      done.push({ statistic: question.statistic.code, period: code, outcome });
    }
  }
  return done;
}

/** Quarters before the year that they make. */
async function duePeriods(tx: CommandTransaction, { statistic, versionIds }: MeasuredQuestion, today: string): Promise<string[]> {
  const quarters = await tx.query<{ period: string }>(
    `select distinct last_period as period from answer_batch where questionnaire_version_id = any($1::uuid[]) and state = 'RELEASED' order by 1`,
    [versionIds],
  );
  const published = new Set((await tx.query<{ period: string }>('select distinct period from release where statistic = $1', [statistic.code])).map(({ period }) => period));
  const years = new Set(quarters.map(({ period }) => businessYearOf(periodByCode(period).startsOn)).filter((year) => isFinished(year, today)).map(({ code }) => code));
  return [...quarters.map(({ period }) => period), ...years].filter((code) => !published.has(code));
}
