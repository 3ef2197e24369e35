import type { CommandTransaction, Unit } from '@qaf/database';
import { periodByCode, type PeriodPublished, publishRelease, type ReleaseSource } from '@qaf/release';
import { responseRateSource } from './response-rate.source';

/**
 * Publishes how many answered, for every quarter in which answers came out and that is not published: each questionnaire and
 * quarter in a transaction of its own. Where it cannot be told without telling about somebody, nothing is published.
 */
export async function publishResponseRates(unitOf: () => Unit, now: Date): Promise<PeriodPublished[]> {
  const done: PeriodPublished[] = [];
  for (const { code, title, period } of await unitOf().command((tx) => due(tx))) {
    const source = responseRateSource({ code, title });
    const outcome = await unitOf().command(async (tx) => ((await hasFacts(tx, source, period)) ? publishRelease(tx, source, periodByCode(period), now) : null));
    if (outcome) done.push({ statistic: source.statistic.code, period, outcome });
  }
  return done;
}

interface Due {
  code: string;
  title: string;
  period: string;
}

async function due(tx: CommandTransaction): Promise<Due[]> {
  return tx.query<Due>(
    `select distinct n.code, n.title, b.last_period as period from answer_batch b
     join questionnaire_version v on v.id = b.questionnaire_version_id join questionnaire n on n.id = v.questionnaire_id
     where b.state = 'RELEASED' and not exists (select from release r where r.statistic = 'response-rates/' || n.code and r.period = b.last_period)
     order by n.code, b.last_period`,
  );
}

async function hasFacts(tx: CommandTransaction, source: ReleaseSource, period: string): Promise<boolean> {
  const quarter = periodByCode(period);
  return (await source.gather(tx, quarter, [quarter])).finest.length > 0;
}
