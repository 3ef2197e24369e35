import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueDevelopmentToken } from '@qaf/identity';
import { STORES } from '@qaf/platform';
import { TEST_SECRET, testDatabase, type TestDatabase } from '@qaf/testing';
import { Client } from 'pg';
import { launch, type Launched } from './launched';
import type { Answer } from './stage';

describe('The made-up authority', () => {
  let database: TestDatabase;
  let dataDir: string;
  let platform: Launched;

  const start = () => launch(dataDir, 'node', { QAF_DEMO: '1', QAF_MOST_LATE_MS: '60000', DATABASE_URL: database.adminUrl, QAF_SUBGRAPH_SECRET: TEST_SECRET });
  const stop = async () => {
    platform.launcher.kill('SIGTERM');
    await platform.ended;
  };

  beforeAll(async () => {
    database = await testDatabase(STORES);
    dataDir = mkdtempSync(join(tmpdir(), 'qaf-demo-'));
    platform = await start();
  }, 240_000);

  afterAll(async () => {
    await stop();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  const subjectOf = async (role: string): Promise<string> => {
    const client = new Client({ connectionString: database.adminUrl });
    await client.connect();
    const { rows } = await client.query<{ subject: string }>('select p.subject from workforce.person p join workforce.role_assignment r on r.person_id = p.id where r.role = $1 and r.valid_to is null and p.active_to is null order by p.subject limit 1', [role]);
    await client.end();
    return rows[0]?.subject ?? '';
  };
  const ask = async (role: string, query: string, variables: object = {}): Promise<Answer['data']> => {
    const token = await issueDevelopmentToken({ subject: await subjectOf(role), dataDir });
    const answer = await fetch(`${platform.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query, variables }) });
    const body = (await answer.json()) as Answer;
    expect(body.errors ?? []).toEqual([]);
    return body.data;
  };

  it('has its proportions, asked by the Principal Social Worker', async () => {
    const data = await ask('principal_social_worker', `{
      workers(filter: { leavers: true }) { totalCount } here: workers { totalCount } everChildren: children { totalCount } openChildren: children(filter: { open: true }) { totalCount }
      outstanding: audits(filter: { grade: OUTSTANDING }) { totalCount } good: audits(filter: { grade: GOOD }) { totalCount }
      requires: audits(filter: { grade: REQUIRES_IMPROVEMENT }) { totalCount } inadequate: audits(filter: { grade: INADEQUATE }) { totalCount }
      actions { totalCount } afterInadequate: actions(filter: { followsInadequate: true }) { totalCount }
      services { code teams { code } }
    }`);
    expect(data.workers.totalCount).toBeGreaterThanOrEqual(540);
    expect(data.workers.totalCount).toBeLessThanOrEqual(660);
    expect(data.here.totalCount).toBeLessThan(data.workers.totalCount);
    expect(data.everChildren.totalCount).toBe(3_000);
    expect(data.openChildren.totalCount).toBeGreaterThan(300);
    const [outstanding, good, requires, inadequate] = [data.outstanding, data.good, data.requires, data.inadequate].map((list: { totalCount: number }) => list.totalCount) as [number, number, number, number];
    expect((good + requires) / (outstanding + good + requires + inadequate)).toBeGreaterThan(0.7);
    expect(Math.min(outstanding, inadequate)).toBeGreaterThan(0);
    expect(data.afterInadequate.totalCount).toBe(inadequate);
    const services = (data.services as { code: string; teams: unknown[] }[]).map(({ code, teams }) => [code, teams.length]);
    expect(services).toEqual([['assessment', 8], ['case-management', 10], ['front-door', 3], ['disability', 3], ['early-help', 12], ['leaving-care', 4], ['looked-after', 8], ['quality', 0]]);
  }, 60_000);

  it('has the programme of audits, and a sample that waits to be given out and can be drawn again', async () => {
    const data = await ask('principal_social_worker', '{ auditSchedules { role } samples { totalCount edges { node { title drawnCount frameSize replay { agrees } cases(first: 100) { totalCount } } } } }');
    expect(data.auditSchedules.map((one: { role: string }) => one.role)).toEqual(['director', 'head_of_service', 'iro', 'principal_social_worker', 'senior_social_worker', 'service_manager', 'team_manager']);
    const [{ node }] = data.samples.edges;
    expect(node).toMatchObject({ title: 'Child Journey audits, next month', drawnCount: 40, replay: { agrees: true }, cases: { totalCount: 40 } });
    expect(node.frameSize).toBeGreaterThan(300);
  }, 60_000);

  it('answers the first query of the README and of the welcome', async () => {
    const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
    const query = /```graphql\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const data = await ask('principal_social_worker', query);
    expect(data.children.edges).toHaveLength(3);
    for (const { node } of data.children.edges) expect(node.caseReference).toMatch(/^D\d{7}$/);
  });

  it('shows a team manager the children of that team alone', async () => {
    const data = await ask('team_manager', '{ me { team { id name } } children(first: 100) { totalCount edges { node { team { name } allocatedWorker { manager { displayName } } } } } }');
    const { edges, totalCount } = data.children as { totalCount: number; edges: { node: { team: { name: string } | null } }[] };
    expect(totalCount).toBeGreaterThan(0);
    expect(totalCount).toBeLessThan(600);
    const outside = edges.filter(({ node }) => node.team?.name !== data.me.team.name);
    expect(outside).toEqual([]);
    expect((await ask('hr_officer', '{ workers { totalCount } me { displayName } }')).workers.totalCount).toBeGreaterThan(500);
  });

  it('is not loaded twice by the next start', async () => {
    const before = await ask('principal_social_worker', '{ workers { totalCount } children { totalCount } audits { totalCount } actions { totalCount } }');
    await stop();
    platform = await start();
    expect(await ask('principal_social_worker', '{ workers { totalCount } children { totalCount } audits { totalCount } actions { totalCount } }')).toEqual(before);
  }, 120_000);
});
