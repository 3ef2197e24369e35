import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import type { Viewer } from '@qaf/identity';
import { anAction, anAudit, Governance, mutation, VIEWERS, worker, WORKERS } from '../governance.fixtures';
import { ACTION_MOVES, ACTION_STATES, type ActionMove, type ActionStateName, after } from './action.state';

const MUTATIONS: Record<ActionMove, [string, object]> = {
  reportProgress: ['reportActionProgress', { note: 'Half way' }],
  complete: ['completeAction', { evidence: 'The new plan, agreed on 11 June' }],
  verify: ['verifyAction', { outcome: 'The plan names what changes for the child' }],
  return: ['returnAction', { reason: 'No dates yet' }],
  changeOwner: ['changeActionOwner', { ownerId: worker('mira'), reason: 'Pavel is away' }],
  changeDueDate: ['changeActionDueDate', { dueOn: '2019-08-01', reason: 'The conference moved' }],
  escalate: ['escalateAction', { reason: 'Nothing happens' }],
  attachEvidence: ['attachEvidence', { title: 'The plan as agreed' }],
  cancel: ['cancelAction', { reason: 'The child moved away' }],
};

const ON_THE_WAY: Record<ActionStateName, ActionMove[]> = { OPEN: [], IN_PROGRESS: ['reportProgress'], DONE: ['complete'], VERIFIED: ['complete', 'verify'], CANCELLED: ['cancel'] };

interface Held { id: string; version: number; state: ActionStateName }

describe('The life of an action', () => {
  let governance: Governance;
  beforeAll(async () => void (governance = await Governance.open()), 60_000);
  afterAll(() => governance.close());

  const send = async (viewer: Viewer, move: ActionMove, action: Held, more: object = {}) => {
    const [name, input] = MUTATIONS[move];
    const upload = move === 'attachEvidence' ? { uploadId: await governance.upload(viewer) } : {};
    const { data, errors } = await governance.ask(viewer, mutation(name), { input: { idempotencyKey: randomUUID(), actionId: action.id, version: action.version, ...input, ...upload, ...more } });
    expect(errors).toEqual([]);
    return data[name];
  };
  const opened = async (more: object = {}): Promise<Held> => {
    const { data } = await governance.ask(VIEWERS.mira, mutation('openAction'), { input: anAction(more) });
    return data.openAction.action;
  };
  const inState = async (state: ActionStateName, more: object = {}): Promise<Held> => {
    let action = await opened(more);
    for (const move of ON_THE_WAY[state]) action = (await send(VIEWERS.quinn, move, action)).action;
    expect(action.state).toBe(state);
    return action;
  };
  const uuid = (action: Held) => Buffer.from(action.id, 'base64url').toString().slice('Action:'.length);
  const kept = async (action: Held) => (await governance.rows<Record<string, unknown>>('select * from action where id = $1', [uuid(action)]))[0];

  it('is told step by step: progress, done, sent back, done again, verified', async () => {
    let action = await opened({ verifierId: worker('ada') });
    action = (await send(VIEWERS.pavel, 'reportProgress', action)).action;
    action = (await send(VIEWERS.pavel, 'complete', action)).action;
    expect(action).toMatchObject({ state: 'DONE', doneOn: '2019-06-12', evidence: 'The new plan, agreed on 11 June' });
    action = (await send(VIEWERS.ada, 'return', action)).action;
    expect(action).toMatchObject({ state: 'IN_PROGRESS', doneOn: null });
    action = (await send(VIEWERS.pavel, 'complete', action)).action;
    action = (await send(VIEWERS.ada, 'verify', action)).action;
    expect(action).toMatchObject({ state: 'VERIFIED', verifiedOn: '2019-06-12', outcome: 'The plan names what changes for the child', version: 6 });
    const by = (name: 'mira' | 'pavel' | 'ada') => ({ id: worker(name) });
    expect((action as unknown as { steps: object[] }).steps).toEqual([
      { kind: 'OPENED', note: null, by: by('mira') },
      { kind: 'PROGRESS', note: 'Half way', by: by('pavel') },
      { kind: 'DONE', note: 'The new plan, agreed on 11 June', by: by('pavel') },
      { kind: 'RETURNED', note: 'No dates yet', by: by('ada') },
      { kind: 'DONE', note: 'The new plan, agreed on 11 June', by: by('pavel') },
      { kind: 'VERIFIED', note: 'The plan names what changes for the child', by: by('ada') },
    ]);
  });

  describe.each([...ACTION_STATES])('in state %s', (state) => {
    it.each([...ACTION_MOVES])('%s does what the table of states says, and nothing else', async (move) => {
      const action = await inState(state);
      const answer = await send(VIEWERS.quinn, move, action);
      const next = after(state, move);
      if (next) {
        expect(answer.action).toMatchObject({ state: next, version: action.version + 1 });
      } else {
        expect(answer).toMatchObject({ __typename: 'ActionInWrongState', code: 'ActionInWrongState', path: ['actionId'] });
        expect(await kept(action)).toMatchObject({ state, version: action.version });
      }
    });
  });

  it.each([...ACTION_MOVES])('%s is refused as stale to somebody who read it before it changed', async (move) => {
    const stale = await opened();
    await send(VIEWERS.pavel, 'reportProgress', stale);
    const before = await kept(stale);
    expect(await send(VIEWERS.quinn, move, stale)).toMatchObject({ __typename: 'ActionVersionStale', path: ['version'] });
    expect(await kept(stale)).toEqual(before);
  });

  it.each([...ACTION_MOVES])('%s finds no action of another team, none that never was, and none by another’s id', async (move) => {
    const action = await opened();
    for (const id of [action.id, globalId('Action', randomUUID()), globalId('Child', uuid(action)), 'nonsense']) {
      expect(await send(VIEWERS.otto, move, { ...action, id })).toEqual({ __typename: 'NotFound', code: 'NotFound', message: 'There is no such action for you.', path: ['actionId'] });
    }
    expect(await kept(action)).toMatchObject({ state: 'OPEN', version: 1 });
  });

  it('is not verified by its owner or deputy, even where they lead the team', async () => {
    for (const people of [{ ownerId: worker('mira') }, { deputyId: worker('mira') }]) {
      const action = await inState('DONE', people);
      expect(await send(VIEWERS.mira, 'verify', action)).toMatchObject({ __typename: 'ActionVerifierIsOwner' });
      expect((await send(VIEWERS.hana, 'verify', action)).action.state).toBe('VERIFIED');
    }
  });

  it('has its date moved by those who watch over it, not by the one who owes it', async () => {
    const action = await opened();
    expect(await governance.ask(VIEWERS.pavel, mutation('changeActionDueDate'), { input: { idempotencyKey: randomUUID(), actionId: action.id, version: 1, dueOn: '2019-08-01', reason: 'Later' } })).toMatchObject({
      data: { changeActionDueDate: { __typename: 'ActionNotYours' } },
    });
    expect((await send(VIEWERS.mira, 'changeDueDate', action)).action).toMatchObject({ dueOn: '2019-08-01', version: 2 });
  });

  it('asks for words, and for a date that makes sense', async () => {
    const action = await opened();
    expect(await send(VIEWERS.pavel, 'reportProgress', action, { note: '  ' })).toMatchObject({ __typename: 'InputInvalid', path: ['note'] });
    expect(await send(VIEWERS.mira, 'changeDueDate', action, { dueOn: '2019-06-11' })).toMatchObject({ __typename: 'InputInvalid', path: ['dueOn'] });
    expect(await send(VIEWERS.mira, 'changeDueDate', action, { dueOn: '2019-07-01' })).toMatchObject({ __typename: 'InputInvalid', path: ['dueOn'] });
    expect(await kept(action)).toMatchObject({ version: 1 });
  });

  it('goes to another owner; a deputy who becomes the owner is no deputy any more', async () => {
    const action = await opened({ deputyId: worker('petra') });
    const changed = await send(VIEWERS.hana, 'changeOwner', action, { ownerId: worker('petra'), verifierId: worker('mira') });
    expect(changed.action).toMatchObject({ owner: { id: worker('petra') }, deputy: null, verifier: { id: worker('mira') } });
    expect(await send(VIEWERS.hana, 'changeOwner', changed.action, { ownerId: worker('mira') })).toMatchObject({ __typename: 'ActionVerifierIsOwner', path: ['verifierId'] });
    expect(await send(VIEWERS.hana, 'changeOwner', changed.action, { ownerId: worker('petra') })).toMatchObject({ __typename: 'InputInvalid' });
  });

  it('does not go where the one who hands it on would lose sight of it', async () => {
    // Opened by Sasha for Petra, whom Otto manages: Otto may hand it on, but not to somebody outside his line.
    const { data } = await governance.ask(VIEWERS.sasha, mutation('openAction'), { input: anAction({ ownerId: worker('petra') }) });
    await governance.rows('update action set team_id = null, service_id = null where id = $1', [uuid(data.openAction.action)]);
    const action = data.openAction.action as Held;
    expect(await send(VIEWERS.otto, 'changeOwner', action, { ownerId: worker('pavel') })).toMatchObject({ __typename: 'ActionOutOfReach' });
    expect((await send(VIEWERS.otto, 'changeOwner', action, { ownerId: worker('otto') })).action.owner).toEqual({ id: worker('otto') });
  });

  it('is raised three times at most', async () => {
    let action = await opened();
    for (const level of [1, 2, 3]) {
      action = (await send(VIEWERS.pavel, 'escalate', action)).action;
      expect(action).toMatchObject({ escalationLevel: level });
    }
    expect(await send(VIEWERS.pavel, 'escalate', action)).toMatchObject({ __typename: 'ActionAtHighestLevel' });
  });

  it('that alone follows an inadequate grade is not cancelled; with another beside it, it is', async () => {
    const audit = anAudit();
    await governance.hear('casework.audit.submitted.v1', audit);
    const [{ id }] = (await governance.rows<{ id: string }>('select id from action where source_id = $1', [audit.auditId])) as [{ id: string }];
    const action: Held = { id: globalId('Action', id), version: 1, state: 'OPEN' };
    expect(await send(VIEWERS.quinn, 'cancel', action)).toMatchObject({ __typename: 'ActionFollowsInadequate' });
    await opened({ sourceKind: 'AUDIT', sourceId: globalId('Audit', audit.auditId) });
    expect((await send(VIEWERS.quinn, 'cancel', action)).action.state).toBe('CANCELLED');
  });

  it('tells the others when it is closed', async () => {
    const action = await inState('CANCELLED');
    const told = await governance.rows(`select data ->> 'state' as state, data ->> 'closedOn' as on, data ->> 'ownerId' as owner from governance_queue.outgoing where type = 'governance.action.closed.v1' and subject = $1`, [`action:${uuid(action)}`]);
    expect(told).toEqual([{ state: 'CANCELLED', on: '2019-06-12', owner: WORKERS.pavel }]);
  });

  it('changes once for one key, however often it is sent', async () => {
    const action = await opened();
    const idempotencyKey = randomUUID();
    for (let time = 0; time < 2; time += 1) expect((await send(VIEWERS.pavel, 'reportProgress', action, { idempotencyKey })).action.version).toBe(2);
    expect((await kept(action))?.['version']).toBe(2);
  });

  it.each<[string, object]>([
    ['a version that is no whole number of 32 bits', { version: 2_147_483_648 }],
    ['half of a character', { note: '\udc00' }],
    ['NUL', { note: 'a\u0000' }],
    ['a megabyte', { note: 'x'.repeat(1_000_000) }],
  ])('refuses %s as bad input and keeps what was', async (_what, more) => {
    const action = await opened();
    const { errors } = await governance.ask(VIEWERS.pavel, mutation('reportActionProgress'), { input: { idempotencyKey: randomUUID(), actionId: action.id, version: 1, note: 'Fine', ...more } });
    expect(errors.map((error) => error.extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(await kept(action)).toMatchObject({ version: 1 });
  });

  it.each(['VERIFIED', 'CANCELLED'] as const)('%s stays as it is, also for SQL of the application’s own login', async (state) => {
    const action = await inState(state);
    const change = `update action set title = 'Something else', version = version + 1 where id = $1`;
    await expect(governance.asLogin(VIEWERS.quinn, change, [uuid(action)])).rejects.toMatchObject({ code: '23514', constraint: 'action_closed' });
    await expect(governance.asLogin(VIEWERS.quinn, 'delete from action where id = $1', [uuid(action)])).rejects.toMatchObject({ code: '42501' });
  });

  it('has steps that nobody changes or takes away', async () => {
    await expect(governance.asLogin(VIEWERS.quinn, `update action_step set note = 'x'`)).rejects.toMatchObject({ code: '42501' });
    await expect(governance.asLogin(VIEWERS.quinn, 'delete from action_step')).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps every state of its row, with who and in which request', async () => {
    const action = await inState('IN_PROGRESS');
    const history = await governance.rows(`select operation, version, changed_by, request, row ->> 'state' as state from action_history where id = $1 order by history_id`, [uuid(action)]);
    expect(history).toEqual([
      { operation: 'INSERT', version: 1, changed_by: WORKERS.mira, request: 'request-mira', state: 'OPEN' },
      { operation: 'UPDATE', version: 2, changed_by: WORKERS.quinn, request: 'request-quinn', state: 'IN_PROGRESS' },
    ]);
  });
});
