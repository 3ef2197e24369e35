import { globalId } from '@qaf/graph';
import { childOf, type StageChild } from './children';
import { codes, send, tell } from './commands';
import { inDays } from './days';
import { Stage } from './stage';
import { openedAction, type Thing } from './things';

describe('An action', () => {
  let stage: Stage;
  let child: StageChild;
  let action: Thing;

  beforeAll(async () => {
    stage = await Stage.open();
    child = await childOf(stage, 'north', 'northWorker');
    action = await openedAction(stage, child, { themeCode: 'direct-work' });
  }, 120_000);

  afterAll(() => stage?.close());

  const step = async (person: Parameters<typeof send>[1], command: string, more: object) => {
    const result = await send(stage, person, command, { actionId: action.id, version: action.version, ...more }, 'action { id version state }');
    if (result['action']) action = result['action'];
    return result;
  };

  it('is seen by its parties, those above and quality, with the child for who may see the child', async () => {
    for (const person of ['quality', 'northManager', 'serviceManager', 'head', 'director', 'principalSocialWorker'] as const) {
      const { data } = await stage.ask(person, 'query Q($id: ID!) { action(id: $id) { title state owner { displayName } verifier { displayName } child { caseReference } theme { title } } }', { id: action.id });
      expect([person, data.action]).toEqual([person, { title: 'Bring the plan up to date', state: 'OPEN', owner: { displayName: 'Mira Northway' }, verifier: { displayName: 'Sunniva Crane' }, child: { caseReference: child.reference }, theme: { title: 'Direct work' } }]);
    }
    for (const person of ['southWorker', 'southManager', 'northColleague'] as const) {
      const { data } = await stage.ask(person, 'query Q($id: ID!) { action(id: $id) { id } actions { totalCount } theme(code: "direct-work") { title actions { totalCount edges { node { title } } } } }', { id: action.id });
      expect([person, data]).toEqual([person, { action: null, actions: { totalCount: 0 }, theme: { title: 'Direct work', actions: { totalCount: 0, edges: [] } } }]);
    }
    for (const person of ['member', 'partner'] as const) expect(codes(await stage.ask(person, '{ actions { totalCount } }'))).toEqual(['FORBIDDEN']);
  });

  it('is not judged or moved by its owner', async () => {
    const due = { dueOn: inDays(200), reason: 'Busy' };
    expect(await step('northManager', 'changeActionDueDate', due)).toMatchObject({ code: expect.stringMatching(/^ActionNotYours$/) });
    expect(await step('southManager', 'changeActionDueDate', due)).toMatchObject({ __typename: 'NotFound' });
  });

  it('moves from a first report to done with evidence', async () => {
    expect(await step('northManager', 'verifyAction', { outcome: 'Done' })).toMatchObject({ code: expect.stringMatching(/^Action(VerifierIsOwner|NotYours|InWrongState)$/) });
    expect(await step('northManager', 'reportActionProgress', { note: 'Family meeting booked' })).toMatchObject({ action: { state: 'IN_PROGRESS', version: 2 } });
    expect(await step('serviceManager', 'verifyAction', { outcome: 'Done' })).toMatchObject({ __typename: 'ActionInWrongState' });
    expect(await step('northManager', 'completeAction', { evidence: '' })).toMatchObject({ __typename: 'InputInvalid', path: ['evidence'] });
    expect(await step('northManager', 'completeAction', { evidence: 'The new plan, signed by all' })).toMatchObject({ action: { state: 'DONE', version: 3 } });
  });

  it('is verified by its verifier and never by its owner', async () => {
    expect(await step('northManager', 'verifyAction', { outcome: 'All is well' })).toMatchObject({ code: expect.stringMatching(/^Action(VerifierIsOwner|NotYours)$/) });
    expect(codes(await tell(stage, 'northWorker', 'verifyAction', { actionId: action.id, version: action.version, outcome: 'x' }))).toEqual(['FORBIDDEN']);
    expect(await step('southManager', 'verifyAction', { outcome: 'x' })).toMatchObject({ __typename: 'NotFound' });
    expect(await step('serviceManager', 'returnAction', { reason: 'The father was not asked' })).toMatchObject({ action: { state: 'IN_PROGRESS' } });
    expect(await step('northManager', 'completeAction', { evidence: 'Signed by the father too' })).toMatchObject({ action: { state: 'DONE' } });
    expect(await step('serviceManager', 'verifyAction', { outcome: 'The family knows the plan' })).toMatchObject({ action: { state: 'VERIFIED', version: 6 } });
    expect(await step('quality', 'cancelAction', { reason: 'x' })).toMatchObject({ __typename: 'ActionInWrongState' });
  });

  it('keeps every step with who took it', async () => {
    const { data } = await stage.ask('quality', 'query Q($id: ID!) { action(id: $id) { evidence outcome steps { kind note by { displayName } } } }', { id: action.id });
    expect(data.action.steps.map((one: { kind: string; by: { displayName: string } }) => [one.kind, one.by.displayName])).toEqual([
      ['OPENED', 'Quentin Ashlar'], ['PROGRESS', 'Mira Northway'], ['DONE', 'Mira Northway'], ['RETURNED', 'Sunniva Crane'], ['DONE', 'Mira Northway'], ['VERIFIED', 'Sunniva Crane'],
    ]);
    expect(data.action).toMatchObject({ evidence: 'Signed by the father too', outcome: 'The family knows the plan' });
  });

  it('cannot be opened for a hidden child, or with its owner as verifier', async () => {
    const input = { title: 'Visit', sourceKind: 'REVIEW', ownerId: globalId('Worker', stage.people.southWorker.id), dueOn: inDays(60) };
    expect(await send(stage, 'southManager', 'openAction', { ...input, childId: child.id })).toMatchObject({ __typename: 'NotFound', path: ['childId'] });
    expect(await send(stage, 'southManager', 'openAction', { ...input, verifierId: input.ownerId })).toMatchObject({ __typename: 'ActionVerifierIsOwner' });
    for (const person of ['hr', 'administrator', 'member'] as const) expect(codes(await tell(stage, person, 'openAction', input))).toEqual(['FORBIDDEN']);
  });
});
