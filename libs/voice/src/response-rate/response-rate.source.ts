import { type Period } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { type GatheredFacts, periodByCode, type ReleaseSource } from '@qaf/release';
import type { FinestCount } from '@qaf/statistics';
import { MEMBERS } from '../results/measured-question.rules';
import { type AnsweredClass, type AskedClass, isWholeOnly, type RateCell, rateCells } from './response-rate.rules';
import { responseRatesOf } from './response-rate.statistic';

/** A questionnaire by code, and how its rates are counted. */
export function responseRateSource(questionnaire: { code: string; title: string }): ReleaseSource {
  return { statistic: responseRatesOf(questionnaire), gather: (tx, _period, quarters) => gather(tx, questionnaire, quarters) };
}

interface Batch {
  id: string;
  versionId: string;
  number: number;
  kept: string[];
  firstPeriod: string;
  lastPeriod: string;
}

async function gather(tx: CommandTransaction, { code, title }: { code: string; title: string }, quarters: readonly Period[]): Promise<GatheredFacts> {
  const batches = await tx.query<Batch>(
    `select b.id, v.id as "versionId", v.number, v.kept_attributes as kept, b.first_period as "firstPeriod", b.last_period as "lastPeriod"
     from answer_batch b join questionnaire_version v on v.id = b.questionnaire_version_id join questionnaire n on n.id = v.questionnaire_id
     where n.code = $1 and b.state = 'RELEASED' and b.last_period = any($2::text[]) order by b.last_period, v.number`,
    [code, quarters.map((quarter) => quarter.code)],
  );
  const finest: FinestCount[] = [];
  const toolVersions: string[] = [];
  for (const batch of batches) {
    const cells = await cellsOf(tx, batch);
    if (!cells) continue;
    toolVersions.push(`${title}, version ${batch.number}`);
    finest.push(...cells.flatMap((cell) => countsOf(cell, batch.lastPeriod)));
  }
  return { members: MEMBERS, finest: summed(finest), toolVersions };
}

/** What can be told of one batch; null where nothing can. */
async function cellsOf(tx: CommandTransaction, batch: Batch): Promise<RateCell[] | null> {
  const answered = await tx.query<AnsweredClass>(
    'select age_band as "ageBand", language, mode, sum(answers)::int as answers from answer_batch_group where batch_id = $1 group by 1, 2, 3',
    [batch.id],
  );
  const asked = await askedIn(tx, batch);
  if (!isWholeOnly(answered, batch.kept)) return rateCells(answered, asked);
  const untold = { ageBand: null, language: null, mode: null };
  return rateCells([{ ...untold, answers: answered.reduce((sum, { answers }) => sum + answers, 0) }], asked.map((one) => ({ ...one, ...untold })));
}

/** Counts alone, of children who are locked too. Whoever answered with a name could be told apart, and is left out. */
async function askedIn(tx: CommandTransaction, { versionId, firstPeriod, lastPeriod }: Batch): Promise<AskedClass[]> {
  return tx.query<AskedClass>(
    `select coalesce(i.outcome, 'GIVEN') as outcome, i.age_band as "ageBand", i.language, i.mode, count(*)::int as count
     from invitation i where i.questionnaire_version_id = $1 and coalesce(i.outcome_on, i.given_on) >= $2 and coalesce(i.outcome_on, i.given_on) < $3
       and not exists (select from identified_response r where r.invitation_id = i.id)
     group by 1, 2, 3, 4`,
    [versionId, periodByCode(firstPeriod).startsOn, periodByCode(lastPeriod).endsBefore],
  );
}

function countsOf({ at, answered, given, declined, notOffered }: RateCell, quarter: string): FinestCount[] {
  return Object.entries({ ANSWERED: answered, NO_ANSWER: given - answered, DECLINED: declined, NOT_OFFERED: notOffered }).map(([category, count]) => ({ quarter, at, category, count }));
}

/** Two versions of a questionnaire whose answers came out in one quarter fall in one cell. */
function summed(counts: readonly FinestCount[]): FinestCount[] {
  const cells = new Map<string, FinestCount>();
  for (const one of counts) {
    const key = JSON.stringify([one.quarter, one.at, one.category]);
    cells.set(key, { ...one, count: one.count + (cells.get(key)?.count ?? 0) });
  }
  return [...cells.values()];
}
