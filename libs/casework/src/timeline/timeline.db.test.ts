import { execute, parse } from 'graphql';
import { AuditLife } from '../audit/audit.fixtures';
import { type Answer, Casework, shown } from '../casework.fixtures';

const ASK = `query Q($id: ID!, $first: Int, $after: String, $kinds: [Text!], $from: Date, $until: Date) { child(id: $id) {
  timeline(first: $first, after: $after, kinds: $kinds, from: $from, until: $until) { totalCount pageInfo { hasNextPage endCursor } edges { node {
    kind onDate grade episode { kind startedOn endedOn details { name code } } allocation { role validTo worker { id } } meeting { stage } visit { kind } audit { id state grade judgedGrade } } } } } }`;

let casework: Casework;
let life: AuditLife;
let child: string;
let other: string;

beforeAll(async () => {
  casework = await Casework.open();
  life = new AuditLife(casework);
  [child, other] = [await casework.child(), await casework.child()];
  const put = (sql: string, ...params: unknown[]) => casework.sql(casework.machine, sql, params);
  for (const id of [child, other]) {
    await put(`insert into episode (child_id, kind, source, source_key, started_on, ended_on, details) values ($1::uuid, 'CIN', 't', 'a' || $1::uuid, '2025-02-03', '2025-06-30', '{}'), ($1, 'CP', 't', 'b' || $1::uuid, '2025-07-01', null, '{"category": "NEG"}'), ($1, 'CONTACT', 't', 'c' || $1::uuid, null, null, '{}')`, id);
  }
  await put(`insert into child_allocation (child_id, role, worker_id, team_id, valid_from, valid_to) values ($1, 'WORKER', $2, $4, '2025-02-03', '2025-07-01'), ($1, 'WORKER', $3, $4, '2025-07-01', null)`, child, casework.colleague.personId, casework.worker.personId, casework.north);
  await put(`insert into case_meeting (child_id, kind, stage, held_on, source, source_key) values ($1, 'CP_CONFERENCE', 'INITIAL', '2025-07-01', 't', 'm')`, child);
  await put(`insert into visit (child_id, kind, visited_on, source, source_key) values ($1, 'CP', '2025-07-08', 't', 'v')`, child);
}, 60_000);
afterAll(() => casework.close());

const ask = (who = casework.worker, more: Record<string, unknown> = {}): Promise<Answer> => casework.ask(who, ASK, { id: shown('Child', child), ...more });
const lines = (answer: Answer): string[] => answer.data.child.timeline.edges.map(({ node }: { node: { onDate: string; kind: string; grade: string | null } }) => [node.onDate, node.kind, node.grade].filter(Boolean).join(' '));

/** Newest first; on one day the later of the kinds first. The contact has no day; the first allocation ended the day before its end is kept. */
const JOURNEY = [
  '2025-07-08 VISIT',
  '2025-07-01 MEETING',
  '2025-07-01 EPISODE_BEGUN',
  '2025-07-01 ALLOCATED',
  '2025-06-30 ALLOCATION_ENDED',
  '2025-06-30 EPISODE_ENDED',
  '2025-02-03 EPISODE_BEGUN',
  '2025-02-03 ALLOCATED',
];

describe('a child’s timeline', () => {
  it('tells the journey day by day, each entry with what it tells of and nothing else', async () => {
    const answer = await ask();
    expect(answer.errors).toEqual([]);
    expect(lines(answer)).toEqual(JOURNEY);
    const { totalCount, edges } = answer.data.child.timeline;
    expect(totalCount).toBe(8);
    const none = { grade: null, episode: null, allocation: null, meeting: null, visit: null, audit: null };
    expect(edges.slice(0, 5).map(({ node }: { node: object }) => node)).toEqual([
      { ...none, kind: 'VISIT', onDate: '2025-07-08', visit: { kind: 'CP' } },
      { ...none, kind: 'MEETING', onDate: '2025-07-01', meeting: { stage: 'INITIAL' } },
      { ...none, kind: 'EPISODE_BEGUN', onDate: '2025-07-01', episode: { kind: 'CP', startedOn: '2025-07-01', endedOn: null, details: [{ name: 'category', code: 'NEG' }] } },
      { ...none, kind: 'ALLOCATED', onDate: '2025-07-01', allocation: { role: 'WORKER', validTo: null, worker: { id: shown('Worker', casework.worker.personId) } } },
      { ...none, kind: 'ALLOCATION_ENDED', onDate: '2025-06-30', allocation: { role: 'WORKER', validTo: '2025-07-01', worker: { id: shown('Worker', casework.colleague.personId) } } },
    ]);
  });

  it('goes on from its cursor without a gap or a repeat, through days that hold several entries', async () => {
    const met: string[] = [];
    for (let after: string | null = null, pages = 1; ; pages += 1) {
      const answer: Answer = await ask(casework.worker, { first: 3, after });
      met.push(...lines(answer));
      after = answer.data.child.timeline.pageInfo.endCursor;
      if (answer.data.child.timeline.pageInfo.hasNextPage) continue;
      expect(pages).toBe(3);
      break;
    }
    expect(met).toEqual(JOURNEY);
  });

  it('is narrowed by kinds and by days, both days included, in its rows and its count', async () => {
    const days = await ask(casework.worker, { from: '2025-06-30', until: '2025-07-01' });
    expect(lines(days)).toEqual(JOURNEY.slice(1, 6));
    expect(days.data.child.timeline.totalCount).toBe(5);
    expect(lines(await ask(casework.worker, { kinds: ['VISIT', 'EPISODE_ENDED'] }))).toEqual(['2025-07-08 VISIT', '2025-06-30 EPISODE_ENDED']);
    expect(lines(await ask(casework.worker, { kinds: [] }))).toEqual([]);
    const wrong = await ask(casework.worker, { kinds: ['SUPERVISION'] });
    expect([wrong.data.child.timeline, wrong.errors[0]?.extensions?.code]).toEqual([null, 'BAD_USER_INPUT']);
  });

  it('is absent with the child', async () => {
    for (const who of [casework.colleague, casework.southWorker]) expect((await ask(who)).data).toEqual({ child: null });
  });

  it('shows an audit to those who may see it: to the worker while the checklist waits and after feedback, to the IRO never', async () => {
    const started = await life.started(child);
    const seen = async (who = casework.worker) => lines(await ask(who, { from: '2026-01-01' }));
    const begun = ['2026-03-18 AUDIT_CHECKLIST_DONE', '2026-03-18 AUDIT_ALLOCATED'];
    expect([await seen(casework.manager), await seen(casework.southManager), await seen(), await seen(casework.iro)]).toEqual([begun, begun, [], []]);
    expect((await ask()).data.child.timeline.totalCount).toBe(8);
    await casework.behind(`update casework.audit set state = 'MODERATED', judged_grade = 'GOOD', submitted_on = '2026-03-18', moderated_grade = 'INADEQUATE', moderated_on = '2026-03-19', moderator_id = $2 where child_id = $1`, [child, casework.psw.personId]);
    const judged = ['2026-03-19 AUDIT_MODERATED INADEQUATE', '2026-03-18 AUDIT_SUBMITTED GOOD', ...begun];
    expect([await seen(casework.qpa), await seen(), await seen(casework.iro)]).toEqual([judged, [], []]);
    await casework.behind(`update casework.audit set feedback_given_on = '2026-03-20' where child_id = $1`, [child]);
    expect(await seen()).toEqual(['2026-03-20 AUDIT_FEEDBACK_GIVEN', ...judged]);
    const [first] = (await ask(casework.worker, { first: 1 })).data.child.timeline.edges;
    expect(first.node.audit).toEqual({ id: started.id, state: 'MODERATED', grade: 'INADEQUATE', judgedGrade: 'GOOD' });
  });

  it('costs three statements with its child, its things and its count, for one child or for many', async () => {
    const page = 'timeline { totalCount edges { node { kind episode { kind details { name } } allocation { role } meeting { kind } visit { kind } audit { grade strengths } } } }';
    expect(await casework.statementsOf(casework.worker, `{ child(id: "${shown('Child', child)}") { ${page} } }`)).toBe(3);
    expect(await casework.statementsOf(casework.worker, `{ children { edges { node { ${page} } } } }`)).toBe(3);
  });

  it('puts what it tells of on record, even where its kind and day alone are asked', async () => {
    const unit = casework.subgraph.unit(casework.manager, 'told');
    const saw: string[] = [];
    unit.saw = (type, id) => void saw.push(`${type} ${id}`);
    const { errors } = await execute({
      schema: casework.subgraph.schema, document: parse(`{ child(id: "${shown('Child', child)}") { timeline(kinds: ["MEETING", "AUDIT_SUBMITTED"]) { edges { node { kind onDate } } } } }`),
      contextValue: { viewer: casework.manager, unit, now: casework.now, published: () => undefined },
    });
    await unit.end();
    expect(errors).toBeUndefined();
    const [found] = await casework.behind<{ meeting: string; audit: string }>('select (select id from casework.case_meeting where child_id = $1) as meeting, (select id from casework.audit where child_id = $1) as audit', [child]);
    expect([...new Set(saw)].sort()).toEqual([`Audit ${found?.audit}`, `CaseMeeting ${found?.meeting}`, `Child ${child}`]);
  });
});
