import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import type { Viewer } from '@qaf/identity';
import { anAction, anAudit, Governance, mutation, NORTH, VIEWERS, worker, WORKERS } from '../governance.fixtures';

describe('Opening an action', () => {
  let governance: Governance;
  const child = randomUUID();
  const audit = anAudit({ grade: 'GOOD' });

  beforeAll(async () => {
    governance = await Governance.open();
    await governance.hear('casework.child.changed.v1', { childId: child, workerId: WORKERS.pavel, teamId: NORTH, iroId: null });
    await governance.hear('casework.audit.submitted.v1', audit);
  }, 60_000);
  afterAll(() => governance.close());

  const open = async (viewer: Viewer, more: object = {}) => {
    const { data, errors } = await governance.ask(viewer, mutation('openAction'), { input: anAction(more) });
    expect(errors).toEqual([]);
    return data.openAction;
  };
  const count = async () => (await governance.rows<{ n: number }>('select count(*)::int as n from action'))[0]?.n;
  const kept = async (opened: { action: { id: string } }) => {
    const uuid = Buffer.from(opened.action.id, 'base64url').toString().slice('Action:'.length);
    return (await governance.rows<Record<string, unknown>>('select * from action where id = $1', [uuid]))[0];
  };

  it('says what is to be done, by whom and by when', async () => {
    const opened = await open(VIEWERS.mira, { verifierId: worker('quinn'), deputyId: worker('mira'), themeCode: 'drift-and-delay', priorityCode: 'plans-and-planning' });
    expect(opened).toMatchObject({
      __typename: 'OpenActionSuccess',
      action: { title: 'Bring the plan up to date', state: 'OPEN', version: 1, dueOn: '2019-07-01', owner: { id: worker('pavel') }, deputy: { id: worker('mira') }, verifier: { id: worker('quinn') }, steps: [{ kind: 'OPENED', note: null, by: { id: worker('mira') } }] },
    });
    expect(await kept(opened)).toMatchObject({ opened_by_id: WORKERS.mira, team_id: NORTH, theme_code: 'drift-and-delay', priority_code: 'plans-and-planning', source_kind: 'MEETING' });
  });

  it('takes child, worker and team from the audit it follows', async () => {
    const opened = await open(VIEWERS.mira, { sourceKind: 'AUDIT', sourceId: globalId('Audit', audit.auditId) });
    expect(await kept(opened)).toMatchObject({ source_id: audit.auditId, source_grade: 'GOOD', child_id: audit.childId, worker_id: WORKERS.pavel, team_id: NORTH });
  });

  it('takes worker and team from the child it is about', async () => {
    const opened = await open(VIEWERS.pavel, { childId: globalId('Child', child), ownerId: worker('mira') });
    expect(await kept(opened)).toMatchObject({ child_id: child, worker_id: WORKERS.pavel, team_id: NORTH, source_id: null });
  });

  it('stays in sight of the one who opened it, even when it is for somebody elsewhere', async () => {
    const opened = await open(VIEWERS.sasha, { ownerId: worker('otto') });
    expect(opened.action.owner).toEqual({ id: worker('otto') });
  });

  it.each<[string, Viewer, object, string, string[]]>([
    ['a child of another team', VIEWERS.otto, { childId: globalId('Child', child) }, 'NotFound', ['childId']],
    ['a child that nobody has', VIEWERS.mira, { childId: globalId('Child', randomUUID()) }, 'NotFound', ['childId']],
    ['an audit of another team', VIEWERS.otto, { sourceKind: 'AUDIT', sourceId: globalId('Audit', audit.auditId) }, 'NotFound', ['sourceId']],
    ['an audit that nobody submitted', VIEWERS.quinn, { sourceKind: 'AUDIT', sourceId: globalId('Audit', randomUUID()) }, 'NotFound', ['sourceId']],
    ['another child than the audit’s', VIEWERS.mira, { sourceKind: 'AUDIT', sourceId: globalId('Audit', audit.auditId), childId: globalId('Child', child) }, 'InputInvalid', ['childId']],
    ['no audit where one is needed', VIEWERS.mira, { sourceKind: 'AUDIT' }, 'InputInvalid', ['sourceId']],
    ['a source where none can be named', VIEWERS.mira, { sourceId: globalId('Audit', audit.auditId) }, 'InputInvalid', ['sourceId']],
    ['a kind of source that is none', VIEWERS.mira, { sourceKind: 'RUMOUR' }, 'InputInvalid', ['sourceKind']],
    ['no title', VIEWERS.mira, { title: '   ' }, 'InputInvalid', ['title']],
    ['a day that has passed', VIEWERS.mira, { dueOn: '2019-06-11' }, 'InputInvalid', ['dueOn']],
    ['an owner whom nobody knows', VIEWERS.mira, { ownerId: globalId('Worker', randomUUID()) }, 'NotFound', ['ownerId']],
    ['an owner’s id of another type', VIEWERS.mira, { ownerId: globalId('Team', WORKERS.pavel) }, 'NotFound', ['ownerId']],
    ['a deputy who is the owner', VIEWERS.mira, { deputyId: worker('pavel') }, 'InputInvalid', ['deputyId']],
    ['a verifier who is the owner', VIEWERS.mira, { verifierId: worker('pavel') }, 'ActionVerifierIsOwner', ['verifierId']],
    ['a verifier who is the deputy', VIEWERS.mira, { deputyId: worker('mira'), verifierId: worker('mira') }, 'ActionVerifierIsOwner', ['verifierId']],
    ['the practice of somebody they do not answer for', VIEWERS.otto, { workerId: worker('pavel') }, 'ActionOutOfReach', ['workerId']],
    ['a theme that is none', VIEWERS.mira, { themeCode: 'gossip' }, 'NotFound', ['themeCode']],
    ['a priority that is none', VIEWERS.mira, { priorityCode: 'gossip' }, 'NotFound', ['priorityCode']],
  ])('is refused with %s, and nothing is written', async (_what, viewer, more, problem, path) => {
    const before = await count();
    expect(await open(viewer, more)).toMatchObject({ __typename: problem, code: problem, path });
    expect(await count()).toBe(before);
  });

  it('is refused for somebody who has left', async () => {
    const leaver = randomUUID();
    await governance.hear('workforce.worker.left.v1', { workerId: leaver, leftOn: '2019-06-11' });
    expect(await open(VIEWERS.mira, { ownerId: globalId('Worker', leaver) })).toMatchObject({ __typename: 'ActionWorkerHasLeft', path: ['ownerId'] });
  });

  it.each<[string, object]>([
    ['NUL', { title: 'a\u0000b' }],
    ['half of a character', { title: 'a\ud800b' }],
    ['a megabyte', { description: 'x'.repeat(1_000_000) }],
    ['an impossible day', { dueOn: '2019-02-30' }],
    ['a key that is too short', { idempotencyKey: 'abc' }],
    ['a number for a text', { title: 7 }],
  ])('is refused with %s as bad input that is not repeated, and nothing is written', async (_what, more) => {
    const before = await count();
    const { errors } = await governance.ask(VIEWERS.mira, mutation('openAction'), { input: anAction(more) });
    expect(errors.map((error) => error.extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(JSON.stringify(errors).length).toBeLessThan(600);
    expect(await count()).toBe(before);
  });

  it('sent twice is opened once, and the key serves no other action', async () => {
    const input = anAction();
    const ask = async (sent: object) => (await governance.ask(VIEWERS.mira, mutation('openAction'), { input: sent })).data.openAction;
    const [first, again] = [await ask(input), await ask(input)];
    expect(again.action.id).toBe(first.action.id);
    const before = await count();
    expect(await ask({ ...input, title: 'Something else' })).toMatchObject({ __typename: 'IdempotencyKeyReused' });
    expect(await count()).toBe(before);
  });

  it.each(['lee', 'carys'] as const)('is not for %s, who may not open actions', async (name) => {
    const { data, errors } = await governance.ask(VIEWERS[name], mutation('openAction'), { input: anAction() });
    expect(data).toEqual({ openAction: null });
    expect(errors.map((error) => error.extensions?.code)).toEqual(['FORBIDDEN']);
  });
});
