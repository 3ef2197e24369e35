import { globalId } from '@qaf/graph';
import { childOf, type StageChild } from './children';
import { codes, send, tell } from './commands';
import { eventually, Stage } from './stage';

/** A day this many days from today, in London. */
function day(offset: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(Date.now() + offset * 86_400_000));
}

describe('The organisation as it was and as it is', () => {
  let stage: Stage;
  let child: StageChild;
  let worker: string;
  let session: string;

  beforeAll(async () => {
    stage = await Stage.open();
    child = await childOf(stage, 'south', 'southWorker');
    worker = globalId('Worker', stage.people.southWorker.id);
    const planned = await send(stage, 'southManager', 'planSupervision', { workerId: worker, plannedFor: day(7), kind: 'PERSONAL' }, 'session { id }');
    session = planned['session'].id;
  }, 120_000);

  afterAll(() => stage?.close());

  const version = async (id = worker): Promise<number> => (await stage.ask('hr', 'query Q($id: ID!) { worker(id: $id) { version } }', { id })).data.worker.version;
  const move = async (more: object) => send(stage, 'hr', 'moveWorker', { workerId: worker, version: await version(), ...more });
  const sees = async (person: 'northManager' | 'southManager') => {
    const { data } = await stage.ask(person, 'query Q($child: ID!, $session: ID!) { child(id: $child) { id } supervisionSession(id: $session) { id } }', { child: child.id, session });
    return [data.child !== null, data.supervisionSession !== null];
  };

  it('lets a new manager see at once what a line of management carries', async () => {
    expect(await sees('northManager')).toEqual([false, false]);
    expect(await move({ from: day(-60), managerId: globalId('Worker', stage.people.northManager.id) })).toMatchObject({ __typename: 'MoveWorkerSuccess' });
    await eventually(() => sees('northManager'), (seen) => seen.every(Boolean));
  });

  it('tells last month’s team and manager after a move, and lets nobody in by that', async () => {
    await move({ from: day(0), teamId: globalId('Team', (await stage.graph.standingOf(stage.people.northManager.subject))?.teams[0] ?? ''), managerId: globalId('Worker', stage.people.southManager.id) });
    await eventually(() => sees('northManager'), ([, supervision]) => supervision === false);
    const { data } = await stage.ask('northManager', `query Q($id: ID!, $then: Date!, $before: Date!) { worker(id: $id) {
      team { name } manager { displayName }
      thenTeam: team(asOf: $then) { name } thenManager: manager(asOf: $then) { displayName }
      beforeTeam: team(asOf: $before) { name } beforeManager: manager(asOf: $before) { displayName }
    } }`, { id: worker, then: day(-30), before: day(-90) });
    expect(data.worker).toEqual({
      team: { name: 'Safeguarding North' }, manager: { displayName: 'Otto Southgate' },
      thenTeam: { name: 'Safeguarding South' }, thenManager: { displayName: 'Mira Northway' },
      beforeTeam: { name: 'Safeguarding South' }, beforeManager: { displayName: 'Otto Southgate' },
    });
    expect(await sees('northManager')).toEqual([false, false]);
    const asOf = await stage.ask('northManager', 'query Q($id: ID!, $then: Date!) { child(id: $id) { id } team: workers(asOf: $then, filter: { managerId: null }) { totalCount } }', { id: child.id, then: day(-30) });
    expect(asOf.data.child).toBeNull();
  });

  it('is changed by HR and the administrator alone, and never into a circle', async () => {
    const input = { workerId: worker, version: await version(), from: day(1), managerId: globalId('Worker', stage.people.northManager.id) };
    for (const person of ['southManager', 'director', 'quality', 'northWorker', 'member'] as const) expect(codes(await tell(stage, person, 'moveWorker', input))).toEqual(['FORBIDDEN']);
    expect((await tell(stage, null, 'moveWorker', input)).status).toBe(401);
    const head = globalId('Worker', stage.people.head.id);
    const circle = await send(stage, 'hr', 'moveWorker', { workerId: head, version: await version(head), from: day(1), managerId: globalId('Worker', stage.people.northManager.id) });
    expect(circle).toMatchObject({ __typename: 'ManagementLineCircular', path: ['managerId'] });
  });

  it('ends a leaver’s sign-in', async () => {
    const leaver = globalId('Worker', stage.people.northColleague.id);
    const left = { workerId: leaver, version: await version(leaver), leftOn: day(-1), reason: 'RESIGNATION' };
    expect((await stage.ask('northColleague', '{ me { displayName } }')).data.me).toEqual({ displayName: 'Nell Fairbrook' });
    expect(codes(await tell(stage, 'administrator', 'recordLeaver', left))).toEqual(['FORBIDDEN']);
    expect(codes(await tell(stage, 'northManager', 'recordLeaver', left))).toEqual(['FORBIDDEN']);
    expect(await send(stage, 'hr', 'recordLeaver', left, 'worker { leftOn }')).toMatchObject({ __typename: 'RecordLeaverSuccess', worker: { leftOn: day(-1) } });
    const after = await eventually(() => stage.ask('northColleague', '{ me { displayName } }'), (answer) => answer.status === 401);
    expect(codes(after)).toEqual(['UNAUTHENTICATED']);
    expect(after.text).not.toContain('Nell');
    expect(await send(stage, 'hr', 'recordLeaver', { ...left, version: await version(leaver) })).toMatchObject({ __typename: 'WorkerHasLeft' });
  });
});
