import { type Period, todayInLondon } from '@qaf/calendar';
import { type CommandTransaction, insertRows } from '@qaf/database';
import { type FinestCount, type Protected, protectRelease, type ReleaseMade } from '@qaf/statistics';
import type { GatheredFacts, PublishedStatistic, ReleaseSource } from '../published-statistic';
import { placeText } from '../store/place';
import { earlierReleases } from './earlier';
import { isFinished, quartersOf } from './periods';

/** Why nothing was released. */
export type NotReleased =
  /** The period is not over. */
  | 'PERIOD_NOT_FINISHED'
  /** Nothing changed, or not enough, since the period was released. */
  | 'STEP_TOO_SMALL'
  /** Earlier releases could be worked out by it, whatever it hid. The earlier one stands. */
  | 'NOT_PROTECTED'
  /** The period was released under another definition whose dimensions cannot be set beside this one's. */
  | 'DEFINITION_CHANGED';

export type PublishOutcome = { kind: 'RELEASED'; releaseId: string; version: number } | { kind: 'NOT_RELEASED'; reason: NotReleased };

const LONGEST_WORKING_OUT = '1800s';

/**
 * Releases a period of a statistic: counts, hides, keeps. In a transaction of the reporting machine. `now` decides whether
 * the period is over. One at a time for each statistic: another waits, and finds what this one did.
 */
export async function publishRelease(tx: CommandTransaction, source: ReleaseSource, period: Period, now: Date): Promise<PublishOutcome> {
  const { statistic } = source;
  const today = todayInLondon(now);
  if (!isFinished(period, today)) return { kind: 'NOT_RELEASED', reason: 'PERIOD_NOT_FINISHED' };
  // The database waits while what to hide is worked out: longer than its logins may leave a transaction idle, on a busy machine.
  await tx.query(`select set_config('idle_in_transaction_session_timeout', $1, true)`, [LONGEST_WORKING_OUT]);
  await tx.query(`select pg_advisory_xact_lock(hashtext('release'), hashtext($1))`, [`${statistic.code} ${await schemaOf(tx)}`]);
  const quarters = quartersOf(period);
  const facts = await source.gather(tx, period, quarters);
  const earlier = await earlierReleases(tx, statistic.code, period.code);
  const before = earlier.made.filter((one) => one.period === period.code);
  const refused = refusal(statistic, facts, before, earlier.made);
  if (refused) return { kind: 'NOT_RELEASED', reason: refused };
  const input = { period: period.code, quarters: quarters.map(({ code }) => code), members: facts.members, finest: facts.finest };
  const made = await protectRelease(statistic, input, earlier.made);
  if (made.kind === 'UNPROTECTED') return { kind: 'NOT_RELEASED', reason: 'NOT_PROTECTED' };
  const version = before.length + 1;
  return { kind: 'RELEASED', version, releaseId: await keep(tx, statistic, { period: period.code, version, today, now, facts, made }) };
}

function refusal(statistic: PublishedStatistic, { finest }: GatheredFacts, before: readonly ReleaseMade[], linked: readonly ReleaseMade[]): NotReleased | null {
  const dimensions = JSON.stringify(statistic.dimensions.map(({ code }) => code));
  if (linked.some(({ lattice }) => JSON.stringify(lattice.dimensions.map(({ code }) => code)) !== dimensions)) return 'DEFINITION_CHANGED';
  const last = before.at(-1);
  return last && stepBetween(last.finest, finest) < statistic.minimumStep ? 'STEP_TOO_SMALL' : null;
}

/** How many facts came or went between two countings. */
export function stepBetween(before: readonly FinestCount[], after: readonly FinestCount[]): number {
  const counts = new Map<string, number>();
  const keyOf = ({ quarter, at, category }: FinestCount) => `${quarter} ${placeText(at)} ${category}`;
  for (const one of after) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + one.count);
  for (const one of before) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) - one.count);
  return [...counts.values()].reduce((sum, by) => sum + Math.abs(by), 0);
}

interface Kept {
  period: string;
  version: number;
  today: string;
  now: Date;
  facts: GatheredFacts;
  made: Extract<Protected, { kind: 'PROTECTED' }>;
}

async function keep(tx: CommandTransaction, statistic: PublishedStatistic, { period, version, today, now, facts, made }: Kept): Promise<string> {
  const { dimensions, tables, measure, definition, title, rule } = statistic;
  const [row] = await tx.query<{ id: string }>(
    `insert into release (statistic, definition_version, period, version, as_of, released_at, readers, lattice, provenance, coarser)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      statistic.code, statistic.version, period, version, today, now, statistic.readers,
      JSON.stringify({ dimensions, tables, measure }),
      JSON.stringify({ title, definition, toolVersions: facts.toolVersions, hiddenUpTo: rule.hiddenUpTo, ruleSource: rule.source }),
      JSON.stringify(made.coarser),
    ],
  );
  const id = row?.id ?? '';
  await insertRows(tx, 'release_cell', made.cells.map(({ table, at, category, value }) => ({ release_id: id, table_code: table, place: placeText(at), category, value })));
  await tx.query('insert into release_truth (release_id, members, finest) values ($1, $2, $3)', [id, JSON.stringify(facts.members), JSON.stringify(facts.finest.filter(({ count }) => count > 0))]);
  return id;
}

async function schemaOf(tx: CommandTransaction): Promise<string> {
  const [row] = await tx.query<{ schema: string }>('select current_schema() as schema');
  return row?.schema ?? '';
}
