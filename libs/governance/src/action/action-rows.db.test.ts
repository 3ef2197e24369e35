import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import { nobody, type Viewer } from '@qaf/identity';
import { anAction, anAudit, Governance, mutation, NORTH, SOUTH, VIEWERS, worker, WORKERS } from '../governance.fixtures';

const TABLES = ['business_year', 'practice_priority', 'theme', 'agency', 'worker_place', 'child_place', 'audit_place', 'action', 'action_step', 'access_record', 'command_log'];
const HISTORIES = ['business_year', 'practice_priority', 'theme', 'agency', 'action'].map((table) => `${table}_history`);

describe('Which actions are there for whom', () => {
  let governance: Governance;
  const audit = anAudit();
  let action: string;

  beforeAll(async () => {
    governance = await Governance.open();
    await governance.hear('casework.child.changed.v1', { childId: audit.childId, workerId: WORKERS.pavel, teamId: NORTH, iroId: null });
    await governance.hear('casework.audit.submitted.v1', audit);
    const [row] = await governance.rows<{ id: string }>('select id from action');
    action = globalId('Action', row?.id ?? '');
    await governance.rows(`update action set description = 'What the audit said', theme_code = 'neglect', priority_code = 'visits', service_id = null`);
    await governance.rows(`insert into agency (code, name, kind) values ('river-police', 'River Valley Police', 'police')`);
    await governance.ask(VIEWERS.mira, mutation('reportActionProgress'), { input: { idempotencyKey: randomUUID(), actionId: action, version: 1, note: 'Begun' } });
  }, 60_000);
  afterAll(() => governance.close());

  const EVERY_PATH = `query ($id: ID!, $owner: ID!, $team: ID!, $child: ID!, $audit: ID!) {
    action(id: $id) { title }
    actions { totalCount edges { node { title } } }
    theme(code: "neglect") { actions { totalCount edges { node { title } } } }
    practicePriority(code: "visits") { actions { totalCount edges { node { title } } } }
    _entities(representations: [
      { __typename: "Action", id: $id }, { __typename: "Worker", id: $owner }, { __typename: "Team", id: $team }, { __typename: "Child", ref: $child }, { __typename: "Audit", ref: $audit }
    ]) {
      ... on Action { title }
      ... on Worker { actions { totalCount edges { node { title } } } }
      ... on Team { actions { totalCount edges { node { title } } } }
      ... on Child { actions { totalCount edges { node { title } } } }
      ... on Audit { actions { totalCount edges { node { title } } } }
    }
  }`;
  const variables = () => ({ id: action, owner: worker('mira'), team: globalId('Team', NORTH), child: globalId('Child', audit.childId), audit: globalId('Audit', audit.auditId) });

  const ONE = { totalCount: 1, edges: [{ node: { title: 'Put right what the audit found inadequate' } }] };
  const NONE = { totalCount: 0, edges: [] };
  const everyPath = (list: object, one: object | null) => ({
    action: one,
    actions: list,
    theme: { actions: list },
    practicePriority: { actions: list },
    _entities: [one, { actions: list }, { actions: list }, { actions: list }, { actions: list }],
  });

  it.each(['mira', 'ada', 'hana', 'quinn'] as const)('for %s, who has a part in it or stands above it, it is there by every path', async (name) => {
    const { data, errors } = await governance.ask(VIEWERS[name], EVERY_PATH, variables());
    expect(errors).toEqual([]);
    expect(data).toEqual(everyPath(ONE, { title: 'Put right what the audit found inadequate' }));
  });

  it.each(['otto', 'petra', 'sasha'] as const)('for %s, of another team, it is there by none', async (name) => {
    const { data, errors } = await governance.ask(VIEWERS[name], EVERY_PATH, variables());
    expect(errors).toEqual([]);
    expect(data).toEqual(everyPath(NONE, null));
  });

  it('for an elected member there is nothing to ask', async () => {
    const { errors } = await governance.ask(VIEWERS.lee, '{ actions { totalCount } }');
    expect(errors.map((error) => error.extensions?.code)).toEqual(['FORBIDDEN']);
  });

  it('the Chief Executive sees that it is there, and nothing that it says of a person', async () => {
    const { data } = await governance.ask(
      VIEWERS.carys,
      'query ($id: ID!) { action(id: $id) { title state dueOn followsInadequate detailWithheld description measure evidence outcome source { __typename } child { __typename } worker { id } openedBy { id } owner { id } steps { kind } } }',
      { id: action },
    );
    expect(data.action).toEqual({
      title: 'Put right what the audit found inadequate', state: 'IN_PROGRESS', dueOn: '2019-07-08', followsInadequate: true, detailWithheld: true,
      description: null, measure: null, evidence: null, outcome: null, source: null, child: null, worker: null, openedBy: null, owner: { id: worker('mira') }, steps: [],
    });
    expect(await governance.asLogin(VIEWERS.carys, `update action set title = 'x' returning id`)).toEqual([]);
  });

  it('the one who opened it sees it, though it is for others', async () => {
    const opened = await governance.ask(VIEWERS.sasha, mutation('openAction'), { input: anAction({ ownerId: worker('petra') }) });
    const { data } = await governance.ask(VIEWERS.sasha, '{ actions { totalCount edges { node { id openedBy { id } team { id } } } } }');
    expect(data.actions).toEqual({ totalCount: 1, edges: [{ node: { id: opened.data.openAction.action.id, openedBy: { id: worker('sasha') }, team: { id: globalId('Team', SOUTH) } } }] });
  });

  it.each([...TABLES, ...HISTORIES])('without a viewer %s has no rows, and with one it has', async (table) => {
    expect(await governance.asLogin(nobody('r'), `select 1 from ${table}`)).toEqual([]);
    const someone: Viewer = { ...VIEWERS.quinn, ...(table === 'command_log' && VIEWERS.mira), grants: [...VIEWERS.quinn.grants, { role: 'information_governance_officer', scope: 'authority', scopeId: null }] };
    expect((await governance.asLogin(someone, `select 1 from ${table}`)).length).toBeGreaterThan(0);
  });

  it('copies of children and audits are there for those who work with them alone', async () => {
    const seen = async (viewer: Viewer) => (await governance.asLogin(viewer, 'select child_id from child_place union all select audit_id from audit_place')).length;
    expect(await Promise.all([VIEWERS.mira, VIEWERS.quinn, VIEWERS.pavel, VIEWERS.ada, VIEWERS.otto, VIEWERS.sasha, VIEWERS.carys].map(seen))).toEqual([2, 2, 1, 1, 0, 0, 0]);
  });

  it('reading and changing an action is on record', async () => {
    await governance.ask({ ...VIEWERS.hana, requestId: 'the-request' }, 'query ($id: ID!) { action(id: $id) { title steps { kind } } }', { id: action });
    const rows = await governance.rows(`select operation, entity_type, action, person_id, cardinality(ids) as n from access_record where request = 'the-request' order by id`);
    expect(rows).toEqual([
      { operation: 'READ', entity_type: 'Action', action: 'action', person_id: WORKERS.hana, n: 1 },
      { operation: 'READ', entity_type: 'ActionStep', action: 'action', person_id: WORKERS.hana, n: 2 },
    ]);
    expect(await governance.rows(`select operation, action from access_record where operation = 'CHANGE' and request = 'request-mira'`)).toEqual([{ operation: 'CHANGE', action: 'reportActionProgress' }]);
  });
});
