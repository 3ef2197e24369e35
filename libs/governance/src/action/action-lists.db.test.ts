import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import { ASSESSMENT, Governance, NORTH, SOUTH, VIEWERS, worker, WORKERS } from '../governance.fixtures';

describe('Lists of actions', () => {
  let governance: Governance;
  let count = 0;

  /** An action as the register holds it, due on 1 July 2019 unless it is said otherwise. */
  const put = async (title: string, more: Record<string, unknown> = {}) => {
    count += 1;
    const row = { id: randomUUID(), title, source_kind: 'MEETING', owner_id: WORKERS.pavel, team_id: NORTH, service_id: ASSESSMENT, due_on: '2019-07-01', state: 'OPEN', opened_on: '2019-04-01', ...more };
    const names = Object.keys(row);
    await governance.rows(`insert into action (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(row));
    await governance.rows(`insert into action_step (action_id, position, kind, at, owner_id, due_on, escalation_level) values ($1, 1, 'OPENED', now(), $2, $3, 0)`, [row.id, row.owner_id, row.due_on]);
  };

  beforeAll(async () => {
    governance = await Governance.open();
    await put('late', { due_on: '2019-06-10', theme_code: 'neglect' });
    await put('due today', { due_on: '2019-06-12', priority_code: 'visits', theme_code: 'neglect' });
    await put('done late', { due_on: '2019-06-03', state: 'DONE', evidence: 'Seen', done_on: '2019-06-11' });
    await put('cancelled', { due_on: '2019-06-03', state: 'CANCELLED', cancelled_on: '2019-06-05' });
    await put('raised', { escalation_level: 2, owner_id: WORKERS.petra, team_id: SOUTH, source_kind: 'COMPLAINT', verifier_id: WORKERS.otto });
    await put('of a leaver', { owner_id: WORKERS.sasha, due_on: '2019-07-02' });
    await governance.hear('workforce.worker.left.v1', { workerId: WORKERS.sasha, leftOn: '2019-06-11' });
  }, 60_000);
  afterAll(() => governance.close());

  const titles = async (filter: object, orderBy = 'DUE_FIRST', viewer = VIEWERS.quinn) => {
    const { data, errors } = await governance.ask(viewer, 'query ($filter: ActionFilter, $orderBy: ActionOrder!) { actions(filter: $filter, orderBy: $orderBy) { totalCount edges { node { title } } } }', { filter, orderBy });
    expect(errors).toEqual([]);
    const list = data.actions.edges.map((edge: { node: { title: string } }) => edge.node.title) as string[];
    expect(data.actions.totalCount).toBe(list.length);
    return list.sort();
  };

  it.each<[object, string[]]>([
    [{ overdue: true }, ['late']],
    [{ overdue: true, asOf: '2019-06-04' }, ['cancelled', 'done late']],
    [{ overdue: true, asOf: '2019-06-13' }, ['due today', 'late']],
    [{ overdue: true, asOf: '2019-03-31' }, []],
    [{ overdue: false }, ['cancelled', 'done late', 'due today', 'of a leaver', 'raised']],
    [{ state: ['DONE', 'CANCELLED'] }, ['cancelled', 'done late']],
    [{ state: 'DONE' }, ['done late']],
    [{ ownerHasLeft: true }, ['of a leaver']],
    [{ ownerHasLeft: true, asOf: '2019-06-11' }, []],
    [{ teamId: globalId('Team', SOUTH) }, ['raised']],
    [{ ownerId: worker('petra'), sourceKind: 'COMPLAINT' }, ['raised']],
    [{ verifierId: worker('otto') }, ['raised']],
    [{ themeCode: 'neglect', priorityCode: 'visits' }, ['due today']],
    [{ followsInadequate: true }, []],
    [{ ownerId: 'nonsense' }, []],
    [{ sourceKind: 'RUMOUR' }, []],
  ])('narrowed by %j', async (filter, found) => {
    expect(await titles(filter)).toEqual(found);
  });

  it('stand in the order asked for, and page on without a gap', async () => {
    const page = async (orderBy: string, more: object) => {
      const { data } = await governance.ask(
        VIEWERS.quinn,
        'query ($orderBy: ActionOrder!, $first: Int, $after: String, $last: Int, $before: String) { actions(orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) { edges { node { title } } pageInfo { hasNextPage endCursor startCursor } } }',
        { orderBy, ...more },
      );
      return { titles: data.actions.edges.map((edge: { node: { title: string } }) => edge.node.title), ...data.actions.pageInfo };
    };
    const first = await page('ESCALATED', { first: 4 });
    expect(first).toMatchObject({ hasNextPage: true });
    expect([first.titles[0], ...first.titles.slice(1, 3).sort(), first.titles[3]]).toEqual(['raised', 'cancelled', 'done late', 'late']);
    expect(await page('ESCALATED', { first: 4, after: first.endCursor })).toMatchObject({ titles: ['due today', 'of a leaver'], hasNextPage: false });
    expect(await page('DUE_LAST', { first: 2 })).toMatchObject({ titles: ['of a leaver', 'raised'] });
    expect((await page('DUE_FIRST', { last: 2 })).titles).toEqual(['raised', 'of a leaver']);
  });

  it('say how late each was, on any day', async () => {
    const { data } = await governance.ask(VIEWERS.quinn, '{ actions(filter: { themeCode: "neglect" }) { edges { node { now: overdueWorkingDays then: overdueWorkingDays(asOf: "2019-06-17") far: overdueWorkingDays(asOf: "2150-01-01") left: ownerHasLeft } } } }');
    // Due Monday 10 June: Tuesday and Wednesday are late; by Monday 17 June it is Friday and Monday more... five in all.
    expect(data.actions.edges.map((edge: { node: object }) => edge.node)).toEqual([
      { now: 2, then: 5, far: null, left: false },
      { now: 0, then: 3, far: null, left: false },
    ]);
  });

  it('cost a handful of statements, however long they are', async () => {
    const everything = `query { actions(first: 100) { totalCount edges { node { title overdueWorkingDays ownerHasLeft theme { title } practicePriority { title businessYear { code } } steps { kind } owner { actions { totalCount edges { node { title } } } } team { actions { edges { node { title } } } } } } } }`;
    const few = await governance.counted(VIEWERS.quinn, everything);
    expect(few.data.actions.edges).toHaveLength(6);
    for (let index = 0; index < 60; index += 1) await put(`more ${index}`, { theme_code: 'neglect', priority_code: 'visits', owner_id: index % 2 ? WORKERS.petra : WORKERS.otto, team_id: SOUTH });
    const many = await governance.counted(VIEWERS.quinn, everything);
    expect(many.data.actions.edges).toHaveLength(66);
    expect(many.statements).toBe(few.statements);
    // The page, its count, places, themes, priorities, their year, steps; and the lists under owners and teams with one count.
    expect(many.statements).toBe(10);
    expect(count).toBe(66);
  });

  it('under every theme and priority cost one statement more each, not one for each of them', async () => {
    const { data, statements } = await governance.counted(VIEWERS.quinn, '{ themes { actions(first: 1) { totalCount edges { node { title } } } } practicePriorities { actions(first: 1) { edges { node { title } } } } }');
    expect(data.themes).toHaveLength(22);
    expect(statements).toBe(5);
  });

  it('show a page of at most a hundred', async () => {
    const { errors } = await governance.ask(VIEWERS.quinn, '{ actions(first: 101) { totalCount } }');
    expect(errors.map((error) => error.extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });
});
