import { randomUUID } from 'node:crypto';
import { rowLoader } from '@qaf/database';
import { buildGraph, globalId } from '@qaf/graph';
import { Governance, VIEWERS, WORKERS } from '../governance.fixtures';
import { GOVERNANCE } from '../subgraph';

interface Line {
  person: string;
  operation: string;
  type: string;
  ids: string[];
  action: string;
  outcome: string;
}

let governance: Governance;
let action: string;

const { mira, otto, lee, pavel } = VIEWERS;
const AGENCIES = '{ agencies { name } }';

beforeEach(async () => {
  governance = await Governance.open();
  const opened = await governance.ask(mira, OPEN, { input: { idempotencyKey: randomUUID(), title: 'Rewrite the plan', sourceKind: 'MEETING', ownerId: globalId('Worker', WORKERS.pavel), dueOn: '2019-07-12' } });
  action = opened.data.openAction.action.id;
  await governance.rows('truncate access_record');
}, 60_000);

afterEach(() => governance.close(), 30_000);

const OPEN = 'mutation M($input: OpenActionInput!) { openAction(input: $input) { __typename ... on OpenActionSuccess { action { id } } ... on Problem { code message } } }';
const REPORT = 'mutation M($input: ReportActionProgressInput!) { reportActionProgress(input: $input) { __typename ... on ReportActionProgressSuccess { action { state version } } ... on Problem { code } } }';
const report = (version = 1) => ({ input: { idempotencyKey: randomUUID(), actionId: action, version, note: 'Met the family.' } });
const uuid = (): string => Buffer.from(action, 'base64url').toString().replace('Action:', '');

async function record(): Promise<Line[]> {
  return governance.rows<Line>('select person_id as person, operation, entity_type as type, ids, action, outcome from access_record order by id');
}

describe('What is on the record of access', () => {
  it('is each object once for a fetch, however many fields and paths lead to it', async () => {
    await governance.ask(mira, 'query Q($id: ID!) { a: action(id: $id) { id title state } b: action(id: $id) { dueOn } actions { edges { node { title steps { kind } } } } }', { id: action });
    const steps = await governance.rows<{ id: string }>('select id from action_step');
    expect(await record()).toEqual([
      { person: mira.personId, operation: 'READ', type: 'Action', ids: [uuid()], action: 'action actions', outcome: 'GIVEN' },
      { person: mira.personId, operation: 'READ', type: 'ActionStep', ids: steps.map(({ id }) => id), action: 'action actions', outcome: 'GIVEN' },
    ]);
  });

  it('is a change, and what was read of it afterwards', async () => {
    expect((await governance.ask(pavel, REPORT, report())).data.reportActionProgress.__typename).toBe('ReportActionProgressSuccess');
    expect((await record()).map(({ operation, type, ids, action: act }) => [operation, type, ids, act])).toEqual([
      ['CHANGE', 'Action', [uuid()], 'reportActionProgress'],
      ['READ', 'Action', [uuid()], 'reportActionProgress'],
    ]);
  });

  it('is one change when the same command is sent again', async () => {
    const twice = report();
    await governance.ask(pavel, REPORT, twice);
    await governance.ask(pavel, REPORT, twice);
    expect((await record()).filter(({ operation }) => operation === 'CHANGE')).toHaveLength(1);
  });

  it.each([
    ['a command on what is hidden', otto, REPORT, 'reportActionProgress', 'NotFound', 1],
    ['a command with a stale version', pavel, REPORT, 'reportActionProgress', 'ActionVersionStale', 7],
    ['a command that the roles do not allow', lee, REPORT, 'reportActionProgress', 'FORBIDDEN', 1],
  ] as const)('is the refusal of %s: the act and a code, and no content', async (_what, who, query, act, outcome, version) => {
    await governance.ask(who, query, report(version));
    expect(await record()).toEqual([{ person: who.personId, operation: 'REFUSED', type: 'Action', ids: [uuid()], action: act, outcome }]);
  });

  it.each([['hidden', otto, 'NotFound'], ['not for their roles', lee, 'FORBIDDEN']] as const)('is that somebody asked for what is %s', async (_what, who, outcome) => {
    await governance.ask(who, 'query Q($id: ID!) { action(id: $id) { title } }', { id: action });
    expect(await record()).toEqual([{ person: who.personId, operation: 'REFUSED', type: 'Action', ids: [uuid()], action: 'action', outcome }]);
  });

  it('is nothing where nothing about a person was asked', async () => {
    await governance.ask(mira, AGENCIES);
    expect(await record()).toEqual([]);
  });
});

describe('While the record cannot be written', () => {
  beforeEach(() => governance.rows('revoke insert on access_record from qaf_governance; revoke insert (operation, entity_type, ids, action, outcome) on access_record from qaf_governance'));
  afterEach(() => governance.rows('grant insert (operation, entity_type, ids, action, outcome) on access_record to qaf_governance'));

  it('nothing about a person is given out', async () => {
    const answer = await governance.ask(mira, '{ actions { totalCount edges { node { title } } } agencies { name } }');
    expect([answer.data, answer.errors.map((error) => error.extensions?.code)]).toEqual([null, ['INTERNAL']]);
    expect(JSON.stringify(answer)).not.toContain('Rewrite');
  });

  it('no command has an effect', async () => {
    const answer = await governance.ask(pavel, REPORT, report());
    expect(answer.errors.map((error) => error.extensions?.code)).toEqual(['INTERNAL']);
    expect(await governance.rows('select version, state from action')).toEqual([{ version: 1, state: 'OPEN' }]);
  });

  it('even a refusal is not told', async () => {
    const answer = await governance.ask(otto, REPORT, report());
    expect([answer.data, answer.errors.map((error) => error.extensions?.code)]).toEqual([null, ['INTERNAL']]);
  });

  it('all else goes on', async () => {
    const answer = await governance.ask(mira, '{ agencies { name } themes { title } }');
    expect(answer.errors).toEqual([]);
  });
});

describe('A type that nobody said anything about', () => {
  const without = (type: string) => ({ ...GOVERNANCE, onRecord: { ...GOVERNANCE.onRecord, personal: GOVERNANCE.onRecord.personal.filter((name) => name !== type) } });

  it('keeps the graph from building', () => {
    expect(() => buildGraph(without('Action'))).toThrow('governance: what goes on record is not said: Action must be one of personal, changes and open.');
  });

  it('nor may it be two things at once, or be misspelt', () => {
    const both = { ...GOVERNANCE, onRecord: { ...GOVERNANCE.onRecord, open: [...GOVERNANCE.onRecord.open, 'Action', 'Acton'] } };
    expect(() => buildGraph(both)).toThrow('Action must be one of personal, changes and open; Acton is no type of it');
  });

  it('cannot be forgotten by a loader either: what the graph gives out is on record however it was read', async () => {
    const silent = rowLoader<{ id: string; title: string }>('silent', (unit, ids) => unit.query('select id, title from action where id = any($1::uuid[])', [ids]));
    const { schema } = buildGraph(GOVERNANCE);
    const unit = governance.unit(mira);
    const row = await unit.load(silent, uuid());
    const node = (schema.getType('ActionEdge') as unknown as { getFields(): Record<string, { resolve(...args: unknown[]): unknown }> }).getFields()['node'];
    expect(await node?.resolve({ node: row }, {}, { unit, viewer: mira }, { fieldName: 'node' })).toMatchObject({ title: 'Rewrite the plan' });
    await unit.end();
    expect((await record()).map(({ type, ids }) => [type, ids])).toEqual([['Action', [uuid()]]]);
  });
});
