import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import type { Cast } from './authority';
import { childOf, type StageChild } from './children';
import { type Result, send } from './commands';
import { inDays } from './days';
import { behind } from './kept-rows';
import { Stage } from './stage';
import { openedAction, plannedSession, recordedViews } from './things';

interface Create {
  command: string;
  person: keyof Cast;
  made: string;
  /** Counts the rows that it made, behind the application's back. */
  count: string;
  input(stage: Stage, child: StageChild): Record<string, unknown>;
  other: Record<string, unknown>;
}

const CREATES: Create[] = [
  { command: 'planSupervision', person: 'northManager', made: 'session', count: 'select count(*)::int as n from workforce.supervision_session', input: (stage) => ({ workerId: globalId('Worker', stage.people.northWorker.id), plannedFor: '2026-12-07', kind: 'CASE' }), other: { kind: 'PERSONAL' } },
  { command: 'allocateAudit', person: 'quality', made: 'audit', count: 'select count(*)::int as n from casework.audit', input: (stage, child) => ({ childId: child.id, auditorId: globalId('Worker', stage.people.southManager.id), toolCode: 'child-journey', dueOn: inDays(120) }), other: { dueOn: inDays(150) } },
  { command: 'recordViews', person: 'northWorker', made: 'viewsRecord', count: `select count(*)::int as n from voice.views_record where source = 'WORKER'`, input: (_stage, child) => ({ childId: child.id, occasion: 'VISIT', onDate: '2026-11-03', seen: true }), other: { seen: false } },
  { command: 'openAction', person: 'quality', made: 'action', count: 'select count(*)::int as n from governance.action', input: (stage, child) => ({ title: 'Visit', sourceKind: 'REVIEW', childId: child.id, ownerId: globalId('Worker', stage.people.northManager.id), dueOn: inDays(60) }), other: { title: 'Call' } },
];

describe('A change that is sent again and again', () => {
  let stage: Stage;
  let child: StageChild;

  beforeAll(async () => {
    stage = await Stage.open();
    child = await childOf(stage, 'north', 'northWorker');
  }, 120_000);

  afterAll(() => stage?.close());

  const count = async (sql: string): Promise<number> => (await behind<{ n: number }>(stage, sql))[0]?.n ?? -1;
  const ten = <T>(make: (index: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 10 }, (_, index) => make(index)));

  it.each(CREATES)('is made once for one key, ten times at once: $command', async ({ command, person, made, count: sql, input, other }) => {
    const before = await count(sql);
    const sent = { ...input(stage, child), idempotencyKey: randomUUID() };
    const results = await ten(() => send(stage, person, command, sent, `${made} { id version }`));
    expect(new Set(results.map((result) => JSON.stringify(result[made]))).size).toBe(1);
    expect(results[0]?.[made]).toMatchObject({ version: 1 });
    expect(await count(sql)).toBe(before + 1);
    const reused = await send(stage, person, command, { ...sent, ...other });
    expect(reused).toMatchObject({ __typename: 'IdempotencyKeyReused', path: ['idempotencyKey'] });
    const later = await send(stage, person, command, sent, `${made} { id version }`);
    expect(later[made]).toEqual(results[0]?.[made]);
    expect(await count(sql)).toBe(before + 1);
  }, 60_000);

  it('is another’s own affair under the same key', async () => {
    const idempotencyKey = randomUUID();
    const plan = (person: keyof Cast, worker: keyof Cast): Promise<Result> =>
      send(stage, person, 'planSupervision', { idempotencyKey, workerId: globalId('Worker', stage.people[worker].id), plannedFor: '2026-12-08', kind: 'CASE' }, 'session { id }');
    const [north, south] = await Promise.all([plan('northManager', 'northWorker'), plan('southManager', 'southWorker')]);
    expect(north['session'].id).not.toBe(south['session'].id);
  });

  it('wins once among ten that saw the same version, in every part', async () => {
    const [session, views, action] = [await plannedSession(stage), await recordedViews(stage, child), await openedAction(stage, child)];
    const { data } = await stage.ask('hr', 'query Q($id: ID!) { worker(id: $id) { version } }', { id: globalId('Worker', stage.people.southWorker.id) });
    const changes: [keyof Cast, string, (index: number) => object][] = [
      ['northManager', 'recordSupervision', (index) => ({ sessionId: session.id, version: 1, heldOn: '2026-11-02', reflectiveAnalysis: true, summary: `Note ${index}` })],
      ['northWorker', 'changeViews', (index) => ({ viewsRecordId: views.id, version: 1, seen: true, views: `Heard ${index}` })],
      ['quality', 'changeActionDueDate', (index) => ({ actionId: action.id, version: 1, dueOn: inDays(70 + index), reason: 'Agreed' })],
      ['hr', 'moveWorker', (index) => ({ workerId: globalId('Worker', stage.people.southWorker.id), version: data.worker.version, from: `2026-10-0${(index % 9) + 1}`, managerId: globalId('Worker', stage.people.serviceManager.id) })],
    ];
    for (const [person, command, input] of changes) {
      const results = await ten((index) => send(stage, person, command, input(index)));
      const names = results.map((result) => result.__typename).sort();
      expect(names.filter((name) => name.endsWith('Success'))).toHaveLength(1);
      expect([command, names.filter((name) => name.endsWith('VersionStale')).length]).toEqual([command, 9]);
    }
    const kept = await behind<{ n: number }>(stage, 'select count(*)::int as n from governance.action_history where id = $1', [Buffer.from(action.id, 'base64url').toString().split(':')[1]]);
    expect(kept).toEqual([{ n: 2 }]);
  }, 60_000);
});
