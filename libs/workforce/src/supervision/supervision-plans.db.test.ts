import { listPage, listUnder } from '@qaf/graph';
import { nobody, type Viewer } from '@qaf/identity';
import { plansOf } from '@qaf/testing';
import { Authority } from '../workforce.fixtures';
import { DISCUSSIONS, SESSIONS } from './supervision.queries';

const NIL = '00000000-0000-4000-8000-000000000000';

describe('Twenty thousand supervisions', () => {
  let authority: Authority;
  let worker: string;
  let manager: string;

  beforeAll(async () => {
    authority = await Authority.open();
    manager = await authority.person('Mira', { team: authority.teams.north });
    worker = await authority.person('Noor', { team: authority.teams.north, manager });
    await authority.load(`insert into worker (id, staff_number, display_name, job_title) select md5('w' || n)::uuid, 'P' || n, 'x', 'x' from generate_series(0, 999) n`);
    await authority.load(`insert into service (id, code, name, kind, valid_from) values (md5('s')::uuid, 'many', 'x', 'x', '2018-04-01')`);
    await authority.load(`insert into team (id, service_id, code, name, valid_from) select md5('t' || n)::uuid, md5('s')::uuid, 't-' || n, 'x', '2018-04-01' from generate_series(0, 59) n`);
    await authority.load(`insert into supervision_session (worker_id, supervisor_id, team_id, kind, state, planned_for)
      select md5('w' || n % 1000)::uuid, md5('w' || (n + 1) % 1000)::uuid, md5('t' || n % 60)::uuid, 'CASE', 'PLANNED', date '2020-01-01' + n % 1000 from generate_series(1, 20000) n`);
    await authority.load(`insert into supervision_session (worker_id, supervisor_id, team_id, kind, state, planned_for) values ($1, $2, $3, 'CASE', 'PLANNED', '2026-01-01')`, [worker, manager, authority.teams.north]);
    await authority.load(`insert into case_discussion (session_id, worker_id, supervisor_id, child_id, held_on, discussed, decision)
      select id, worker_id, supervisor_id, gen_random_uuid(), planned_for, 'x', 'x' from supervision_session`);
    const { Client } = await import('pg');
    const admin = new Client({ connectionString: authority.database.adminUrl });
    await admin.connect();
    await admin.query('analyze workforce.supervision_session; analyze workforce.case_discussion');
    await admin.end();
  }, 60_000);
  afterAll(() => authority.close());

  const person = (role: 'practitioner' | 'team_manager', id: string, more: Partial<Viewer> = {}): Viewer => ({ ...nobody('r'), personId: id, workerId: id, grants: [{ role, scope: 'self', scopeId: null }], ...more });

  it.each(['NEWEST', 'OLDEST'])('in the order %s: the few of a worker and of a manager are found by their indexes', async (orderBy) => {
    for (const who of [person('practitioner', worker), person('team_manager', manager, { teams: [authority.teams.north], workers: [worker] })]) {
      const plans = await plansOf(authority.subgraph.unit(who, 'plans'), async (unit) => {
        const found = await listPage(unit, SESSIONS, { page: { first: 25 }, orderBy });
        expect(found.edges).toHaveLength(1);
        await (found.totalCount as unknown as () => Promise<number>)();
      });
      expect(plans).toHaveLength(2);
      for (const plan of plans) {
        expect(plan).not.toMatch(/Seq Scan on supervision_session\b/);
        expect(plan).toContain('Bitmap Index Scan on supervision_session_of_supervisor');
      }
    }
  });

  it('what was said of a child is found by the child', async () => {
    const [plan] = await plansOf(authority.subgraph.unit(person('practitioner', worker), 'plans'), (unit) => listUnder(unit, DISCUSSIONS, 'child', NIL, { page: { first: 25 }, orderBy: 'NEWEST' }));
    expect(plan).not.toMatch(/Seq Scan on case_discussion\b/);
    expect(plan).toContain('case_discussion_of_child');
  });
});
