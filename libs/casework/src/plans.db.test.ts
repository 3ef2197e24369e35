import { listPage, listUnder } from '@qaf/graph';
import type { Unit } from '@qaf/database';
import type { Viewer } from '@qaf/identity';
import { plansOf } from '@qaf/testing';
import { AUDITS } from './audit/audit.queries';
import { Casework } from './casework.fixtures';
import { childById, CHILDREN } from './child/child.queries';
import { TIMELINE, timelineWhere } from './timeline/timeline.queries';

let casework: Casework;

beforeAll(async () => {
  casework = await Casework.open();
  await casework.behind(`
    insert into casework.child (case_reference, worker_id, team_id, iro_id)
      select 'P' || lpad(n::text, 6, '0'), md5('w' || n % 1000)::uuid, md5('t' || n % 60)::uuid, md5('i' || n % 40)::uuid from generate_series(1, 20000) n;
    insert into casework.audit (child_id, tool_version_id, auditor_id, worker_id, team_id, kind, allocated_on, due_on, period)
      select c.id, (select id from casework.audit_tool_version limit 1), md5('a' || row_number() over ())::uuid, c.worker_id, c.team_id, 'CHILD_JOURNEY', '2026-01-01', date '2026-01-01' + (row_number() over () % 300)::int, '2026-01' from casework.child c;
    insert into casework.episode (child_id, kind, source, source_key, started_on) select id, 'CIN', 'p', id::text, '2026-01-01' from casework.child;
    insert into casework.child_allocation (child_id, role, team_id, valid_from) select id, 'WORKER', team_id, '2026-01-01' from casework.child;
    insert into casework.case_meeting (child_id, kind, held_on, source, source_key) select id, 'LAC_REVIEW', '2026-01-01', 'p', id::text from casework.child;
    insert into casework.visit (child_id, kind, visited_on, source, source_key) select id, 'CIN', '2026-01-01', 'p', id::text from casework.child;
    analyze casework.child; analyze casework.audit; analyze casework.episode; analyze casework.child_allocation; analyze casework.case_meeting; analyze casework.visit`);
  for (let n = 0; n < 12; n += 1) await casework.child();
}, 60_000);
afterAll(() => casework.close());

const page = { first: 25 };
const narrow = (): Viewer[] => [casework.worker, casework.manager, casework.iro];
const plans = (who: Viewer, ask: (unit: Unit) => Promise<unknown>) => plansOf(casework.subgraph.unit(who, 'plans'), ask);
const listed = (orderBy: string, list: typeof CHILDREN | typeof AUDITS) => async (unit: Unit) => {
  const found = await listPage(unit, list as typeof CHILDREN, { page, orderBy });
  await (found.totalCount as unknown as () => Promise<number>)();
};

test.each([
  ['children by reference', 'child', listed('CASE_REFERENCE', CHILDREN)],
  ['children by age', 'child', listed('YOUNGEST', CHILDREN)],
  ['audits by the day they are due', 'audit', listed('DUE', AUDITS)],
  ['audits by the day they were allocated', 'audit', listed('RECENT', AUDITS)],
])('the list and the count of %s find the few rows of a worker, a manager and an IRO by their indexes', async (_name, table, ask) => {
  for (const who of narrow()) {
    const found = await plans(who, ask);
    expect(found).toHaveLength(2);
    for (const plan of found) {
      expect(plan).not.toMatch(new RegExp(`Seq Scan on ${table}\\b`));
      // Not a walk along the order either: the rows are found by who they are for.
      expect(plan).toMatch(new RegExp(`Bitmap Index Scan on ${table}_worker_id`));
    }
  }
});

test.each([
  ['a child by its id', 'child', (unit: Unit) => unit.load(childById, '00000000-0000-4000-8000-000000000000')],
  ['the children of a worker', 'child', (unit: Unit) => listUnder(unit, CHILDREN, 'worker', casework.worker.personId, { page, orderBy: 'CASE_REFERENCE' })],
  ['the audits of a child', 'audit', (unit: Unit) => listUnder(unit, AUDITS, 'child', '00000000-0000-4000-8000-000000000000', { page, orderBy: 'DUE' })],
  ['the episodes of a child', 'episode', (unit: Unit) => unit.query('select id from episode where child_id = any($1::uuid[])', [['00000000-0000-4000-8000-000000000000']])],
])('%s: for everyone, by index', async (_name, table, ask) => {
  for (const who of [...narrow(), casework.head, casework.qpa, casework.machine]) {
    for (const plan of await plans(who, ask)) expect(plan).not.toMatch(new RegExp(`Seq Scan on ${table}\\b`));
  }
});

test('the timeline of a child, a page and its count: for everyone, every part of it by index', async () => {
  const timeline = async (unit: Unit) => {
    const where = timelineWhere(undefined, '2025-01-01', '2026-12-31');
    const after = Buffer.from(JSON.stringify(['2026-06-01', '3', '00000000-0000-4000-8000-000000000000'])).toString('base64url');
    const found = await listUnder(unit, TIMELINE, 'child', '00000000-0000-4000-8000-000000000000', { page: { first: 25, after }, orderBy: 'NEWEST', where });
    await (found.totalCount as unknown as () => Promise<number>)();
  };
  for (const who of [...narrow(), casework.head, casework.qpa, casework.machine]) {
    const found = await plans(who, timeline);
    expect(found).toHaveLength(2);
    for (const plan of found) expect(plan).not.toMatch(/Seq Scan on (child|episode|child_allocation|case_meeting|visit|audit)\b/);
  }
});

test('a lock is looked up once for a statement, by its own index', async () => {
  const [plan] = await plans(casework.worker, (unit) => unit.load(childById, '00000000-0000-4000-8000-000000000000'));
  expect(plan).toMatch(/InitPlan \d+\n\s+-> {2}(Bitmap Heap|Index|Index Only) Scan/);
  expect(plan).not.toContain('Seq Scan on child_lock');
});
