import type { Writing } from '../child/child-place.writer';
import { type AnswerSheet, sealed } from './sealing';

/** An anonymous answer as the import machine lays it down. `period` is a quarter of the business year, such as `2018-19 Q3`. */
export interface WaitingAnswerSeed {
  questionnaireVersionId: string;
  period: string;
  sheet: AnswerSheet;
}

/** Seals many answers and lays them down in one statement, in an order that tells nothing. Needs the voice secret. */
export async function writeWaitingAnswers(tx: Writing, rows: readonly WaitingAnswerSeed[]): Promise<void> {
  const laid = rows.map(({ questionnaireVersionId, period, sheet }) => ({ questionnaireVersionId, period, answers: sealed(sheet, questionnaireVersionId, period) }));
  await tx.query(
    `insert into waiting_answer (questionnaire_version_id, answers, period)
     select r."questionnaireVersionId", r.answers, r.period
     from json_to_recordset($1::text::json) as r ("questionnaireVersionId" uuid, answers jsonb, period text) order by random()`,
    [JSON.stringify(laid)],
  );
}
