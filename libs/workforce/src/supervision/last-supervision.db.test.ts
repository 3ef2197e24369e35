import { nobody, type Viewer } from '@qaf/identity';
import { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { KeepLastSupervision1795150000000 } from '../migrations/1795150000000-keep-last-supervision';
import { Authority } from '../workforce.fixtures';

const SESSION = `insert into supervision_session (worker_id, supervisor_id, kind, state, planned_for, held_on, reflective_analysis) values ($1, $2, 'CASE', 'HELD', $3, $3, false)`;

describe('The day of the last supervision', () => {
  let authority: Authority;
  let worker: string;
  let manager: string;

  beforeAll(async () => {
    authority = await Authority.open();
    manager = await authority.person('Mira', { team: authority.teams.north });
    worker = await authority.person('Noor', { team: authority.teams.north, manager });
  }, 60_000);
  afterAll(() => authority.close());

  const quality = (): Viewer => ({ ...nobody('r'), personId: manager, workerId: null, grants: [{ role: 'principal_social_worker', scope: 'authority', scopeId: null }] });
  const kept = () => authority.subgraph.unit(quality(), 'last').command((tx) => tx.query<{ day: string }>('select last_held_on::text as day from last_supervision where worker_id = $1', [worker]));

  it('is the latest of those held, in whatever order they are recorded, two at once among them', async () => {
    await authority.load(SESSION, [worker, manager, '2026-03-02']);
    expect(await kept()).toEqual([{ day: '2026-03-02' }]);
    await Promise.all(['2026-01-12', '2026-03-30', '2026-02-02'].map((day) => authority.load(SESSION, [worker, manager, day])));
    await authority.load(SESSION, [worker, manager, '2026-01-05']);
    expect(await kept()).toEqual([{ day: '2026-03-30' }]);
  });

  it('does not move back: what was held stays held, on its day', async () => {
    for (const change of [`held_on = '2026-01-01'`, `state = 'CANCELLED', held_on = null, reflective_analysis = null, cancelled_reason = 'x'`]) {
      await expect(authority.load(`update supervision_session set ${change} where held_on = '2026-03-30'`)).rejects.toMatchObject({ code: '23514', constraint: 'supervision_session_held_stays' });
    }
    expect(await kept()).toEqual([{ day: '2026-03-30' }]);
  });

  it('is written by nobody but what keeps it, and read by no machine that loads', async () => {
    await expect(authority.load(`insert into last_supervision (worker_id, last_held_on) values ($1, '2026-05-01')`, [manager])).rejects.toMatchObject({ code: '42501' });
    await authority.load(`update last_supervision set last_held_on = '2026-05-01'`);
    expect(await kept()).toEqual([{ day: '2026-03-30' }]);
  });

  it('agrees with the sessions for every worker, and takes in those held before it was kept', async () => {
    const admin = new Client({ connectionString: authority.database.adminUrl });
    await admin.connect();
    const asked = (sql: string, params?: unknown[]) => admin.query<object>(sql, params).then(({ rows }) => rows);
    const days = () => asked('select worker_id, last_held_on::text as day from workforce.last_supervision');
    const before = await days();
    expect(before).toEqual([{ worker_id: worker, day: '2026-03-30' }]);
    await admin.query('begin; set local role qaf_workforce_owner; set local search_path to workforce');
    const migration = new KeepLastSupervision1795150000000();
    await migration.down({ query: asked } as unknown as QueryRunner);
    await migration.up({ query: asked } as unknown as QueryRunner);
    await admin.query('commit');
    expect(await days()).toEqual(before);
    await admin.end();
  });
});
