import { connect, type CommandTransaction, Unit } from '@qaf/database';
import { EVERYONE, machine, nobody, type Role, type Viewer } from '@qaf/identity';
import type { FinestCount } from '@qaf/statistics';
import { testDatabase, type TestDatabase } from '@qaf/testing';
import type { DataSource, QueryRunner } from 'typeorm';
import type { PublishedStatistic, ReleaseSource } from './published-statistic';
import { dropReleaseTables, releaseTables } from './store/release-tables';

class KeepReleases1700000000001 {
  async up(q: QueryRunner): Promise<void> {
    await releaseTables(q, 'voice');
  }

  async down(q: QueryRunner): Promise<void> {
    await dropReleaseTables(q, 'voice');
  }
}

const VOICE = { name: 'voice' as const, entities: [], migrations: [KeepReleases1700000000001] };

/** Whether children were seen alone, by team, service and the whole. */
export const SEEN_ALONE: PublishedStatistic = {
  code: 'seen-alone',
  version: 1,
  title: 'Children seen alone',
  definition: 'Visits at which the child was seen without an adult, of all visits at which the child was seen.',
  measure: { counts: 'visits', categories: [{ code: 'yes', title: 'Seen alone', part: true, score: 1 }, { code: 'no', title: 'Not seen alone', score: 0 }] },
  dimensions: [{ code: 'organisation', title: 'Organisation', levels: ['team', 'service'] }],
  tables: [{ code: 'by-team', by: { organisation: 'team' } }, { code: 'by-service', by: { organisation: 'service' } }, { code: 'authority', by: {} }],
  periods: ['QUARTER', 'BUSINESS_YEAR'],
  rule: { hiddenUpTo: 5, leastRange: 5, validFrom: '2014-04-01', source: 'a test' },
  minimumStep: 10,
  allAlike: 'SHOWN',
  insiders: [{ kind: 'MEMBER', dimension: 'organisation', level: 'team' }],
  readers: EVERYONE,
  from: '2018-04-01',
  settleDays: 10,
};

export const MEMBERS = { organisation: [['t1', 's1'], ['t2', 's1'], ['t3', 's2'], ['t4', 's2']] };

export function counts(quarter: string, byTeam: Record<string, [yes: number, no: number]>): FinestCount[] {
  return Object.entries(byTeam).flatMap(([team, [yes, no]]) => [
    { quarter, at: { organisation: team }, category: 'yes', count: yes },
    { quarter, at: { organisation: team }, category: 'no', count: no },
  ]);
}

/** A source that counts what the test says. */
export function sourceOf(finest: () => FinestCount[], statistic = SEEN_ALONE): ReleaseSource {
  return {
    statistic,
    gather: (_tx, _period, quarters) => Promise.resolve({ members: MEMBERS, finest: finest().filter(({ quarter }) => quarters.some(({ code }) => code === quarter)), toolVersions: ['Visit form 2'] }),
  };
}

export function holding(role: Role): Viewer {
  return { ...nobody('r-1'), personId: '33333333-3333-4333-8333-333333333333', displayName: role, grants: [{ role, scope: 'authority', scopeId: null }] };
}

/** A database that keeps releases, and how to stand before it. */
export interface Releases {
  database: TestDatabase;
  unit: (viewer: Viewer) => Unit;
  asMachine: <T>(work: (tx: CommandTransaction) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}

export async function openReleases(): Promise<Releases> {
  const database = await testDatabase([VOICE]);
  const dataSource: DataSource = await connect(VOICE, database.urls.voice, { poolSize: 2 });
  const unit = (viewer: Viewer): Unit => new Unit({ dataSource, viewer, action: 'test', writeAccess: () => Promise.resolve() });
  return {
    database,
    unit,
    asMachine: (work) => unit(machine('machine_report', 'r-1')).command(work),
    close: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
