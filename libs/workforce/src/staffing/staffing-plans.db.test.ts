import { nobody, type Viewer } from '@qaf/identity';
import { plansOf } from '@qaf/testing';
import { Authority } from '../workforce.fixtures';
import { countsOf, keyOf, lostDaysOf, type StaffingScope } from './staffing.queries';

const DIRECTOR: Viewer = { ...nobody('plans'), personId: '00000000-0000-4000-8000-000000000009', workerId: '00000000-0000-4000-8000-000000000009', grants: [{ role: 'director', scope: 'authority', scopeId: null }] };
const HR: Viewer = { ...DIRECTOR, grants: [{ role: 'hr_officer', scope: 'authority', scopeId: null }] };

describe('Four thousand posts in two hundred teams', () => {
  let authority: Authority;
  beforeAll(async () => {
    authority = await Authority.open();
    await authority.load(`insert into service (id, code, name, kind, valid_from) select md5('s' || n)::uuid, 's-' || n, 'x', 'x', '2018-04-01' from generate_series(0, 19) n`);
    await authority.load(`insert into team (id, service_id, code, name, valid_from) select md5('t' || n)::uuid, md5('s' || n % 20)::uuid, 't-' || n, 'x', '2018-04-01' from generate_series(0, 199) n`);
    await authority.load(`insert into worker (id, staff_number, display_name, job_title) select md5('w' || n)::uuid, 'P' || n, 'x', 'x' from generate_series(1, 4000) n`);
    await authority.load(`insert into employment (id, worker_id, fte_thousandths, agency_worker, started_on) select md5('e' || n)::uuid, md5('w' || n)::uuid, 1000, false, '2018-04-01' from generate_series(1, 4000) n`);
    await authority.load(`insert into post (id, reference, title, team_id, role_code, fte_thousandths, valid_from) select md5('p' || n)::uuid, 'P-' || n, 'x', md5('t' || n % 200)::uuid, 'CASE_HOLDER', 1000, '2018-04-01' from generate_series(1, 4000) n`);
    await authority.load(`insert into post_holding (post_id, worker_id, employment_id, kind, agency_worker, fte_thousandths, valid_from, begins_employment)
      select md5('p' || n)::uuid, md5('w' || n)::uuid, md5('e' || n)::uuid, 'SUBSTANTIVE', false, 1000, date '2018-04-01' + n % 2500, true from generate_series(1, 4000) n`);
    await authority.load(`insert into worker_absence (worker_id, reason_code, started_on, returned_on) select md5('w' || n)::uuid, 'SICKNESS', date '2018-04-01' + n % 2500, date '2018-04-01' + n % 2500 + 3 from generate_series(1, 4000) n`);
    const { Client } = await import('pg');
    const admin = new Client({ connectionString: authority.database.adminUrl });
    await admin.connect();
    const team = await admin.query(`select md5('t7')::uuid as team, md5('s7')::uuid as service`);
    ids = team.rows[0] as typeof ids;
    await admin.query('analyze workforce.post_holding; analyze workforce.post; analyze workforce.worker_absence');
    await admin.end();
  }, 120_000);
  afterAll(() => authority.close());

  let ids: { team: string; service: string };
  const scope = (of: StaffingScope['of'], id: string | null, roleCode: string | null = null): string => keyOf({ of, id, from: '2023-10-01', before: '2024-10-01', roleCode, everyPost: false });

  it.each(['team', 'service'] as const)('the measures of a %s read its posts by their index, whoever asks and whatever the role', async (of) => {
    for (const role of [null, 'CASE_HOLDER']) {
      const [plan, ...more] = await plansOf(authority.subgraph.unit(DIRECTOR, 'plans'), (unit) => unit.load(countsOf, scope(of, ids[of], role)));
      expect(more).toEqual([]);
      expect(plan).not.toMatch(/Seq Scan on post(_holding)?\b/);
      expect(plan).toContain(`post_holding_of_${of}`);
      expect(plan).toContain(`post_of_${of}`);
    }
  });

  it('so do a team’s days lost', async () => {
    const [plan] = await plansOf(authority.subgraph.unit(HR, 'plans'), (unit) => unit.load(lostDaysOf, scope('team', ids.team)));
    expect(plan).not.toMatch(/Seq Scan on (post_holding|worker_absence)\b/);
  });

  it('twenty teams are one statement', async () => {
    const unit = authority.subgraph.unit(DIRECTOR, 'plans');
    const teams = await unit.query<{ id: string }>('select id from team limit 20');
    const before = unit.statements;
    const found = await unit.loadMany(countsOf, teams.map(({ id }) => scope('team', id)));
    expect(found.every(({ posts }) => posts >= 0)).toBe(true);
    expect(unit.statements - before).toBe(1);
    await unit.end();
  });

  it('starts and leavers of the whole authority are found by their day', async () => {
    const [plan] = await plansOf(authority.subgraph.unit(DIRECTOR, 'plans'), (unit) => unit.load(countsOf, scope('authority', null)));
    expect(plan).toContain('post_holding_ended');
  });
});
