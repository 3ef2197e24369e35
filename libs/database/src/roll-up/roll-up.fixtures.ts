import { testDatabase, type TestDatabase } from '@qaf/testing';
import type { DataSource, QueryRunner } from 'typeorm';
import { protect } from '../migration/protection';
import { quarterSql } from '../migration/quarter';
import { dropRollUp, rollUp } from '../migration/roll-up';
import { createTable, dropTable } from '../migration/table';
import { connect } from '../store/connect';
import type { CommandTransaction } from '../unit';
import type { RollUp } from './roll-up';

export const NORTH = '11111111-1111-4111-8111-111111111111';
export const SOUTH = '22222222-2222-4222-8222-222222222222';

/** Visits by team, quarter and group, and how many saw the child alone. The recount goes by the quarters' days, not by their code. */
export const VISITS: RollUp = {
  name: 'visits_made',
  facts: 'visit',
  dimensions: {
    team_id: { type: 'uuid', sql: 'f.team_id' },
    quarter: { type: 'text', sql: quarterSql('f.on_date') },
    child_group: { type: 'text', sql: 'f.child_group' },
  },
  measures: { visits: '1', alone: 'case when f.alone then 1 else 0 end' },
  where: 'f.happened',
  recount: `select v.team_id, p.code, v.child_group, count(*), count(*) filter (where v.alone) from voice.visit v
    join (values ('2017-18 Q4', date '2018-01-01', date '2018-04-01'), ('2018-19 Q1', '2018-04-01', '2018-07-01'), ('2018-19 Q2', '2018-07-01', '2018-10-01')) p (code, starts, ends)
      on v.on_date >= p.starts and v.on_date < p.ends where v.happened group by 1, 2, 3`,
};

/** The themes of a visit, one fact spread into several cells. */
export const THEMES: RollUp = {
  name: 'themes_met',
  facts: 'visit',
  dimensions: { theme: { type: 'text', sql: 's.theme' } },
  measures: { visits: '1' },
  where: 'true',
  spread: 'unnest(f.themes) as s (theme)',
  recount: `select t, (select count(*) from voice.visit v where t = any(v.themes)) from (select distinct unnest(themes) as t from voice.visit) x`,
};

export class AddVisits1700000000001 {
  async up(q: QueryRunner): Promise<void> {
    await createTable(q, 'voice', 'visit', `id uuid primary key default gen_random_uuid(), team_id uuid not null, on_date date not null,
      happened boolean not null default true, alone boolean, child_group text, themes text[] not null default '{}', source_key text unique`);
    await protect(q, 'voice', 'visit', { read: `team_id = any((select viewer_teams())::uuid[])`, remove: true });
    for (const one of [VISITS, THEMES]) await rollUp(q, 'voice', one);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const one of [THEMES, VISITS]) await dropRollUp(q, 'voice', one);
    await dropTable(q, 'voice', 'visit');
  }
}

export const STORE = { name: 'voice' as const, entities: [], migrations: [AddVisits1700000000001] };

export interface Visits {
  database: TestDatabase;
  source: DataSource;
  /** A transaction of somebody who leads these teams; null for the reporting machine. */
  as<T>(teams: string[] | null, work: (tx: Pick<CommandTransaction, 'query'>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openVisits(poolSize = 2): Promise<Visits> {
  const database = await testDatabase([STORE]);
  const source = await connect(STORE, database.urls.voice, { poolSize });
  return {
    database,
    source,
    as: (teams, work) =>
      source.transaction(async (manager) => {
        const query = async <Row>(sql: string, params: unknown[] = []) => (await manager.query(sql, params)) as Row[];
        await query(`select set_config('qaf.teams', $1, true), set_config('qaf.roles', $2, true)`, [`{${(teams ?? []).join(',')}}`, teams ? '{team_manager}' : '{machine_report}']);
        return work({ query });
      }),
    close: async () => {
      await source.destroy();
      await database.drop();
    },
  };
}
