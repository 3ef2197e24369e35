import { randomUUID } from 'node:crypto';
import { Casework } from '../casework.fixtures';
import { tellChildChanged, tellChildrenChanged, tellPlansEnded, tellViewsImported } from './child.events';

describe('what the others are told of children', () => {
  let casework: Casework;

  beforeAll(async () => {
    casework = await Casework.open();
  }, 60_000);
  afterAll(() => casework.close());

  const told = () => casework.behind<{ type: string; subject: string; n: number | null }>(`
    select type, subject, json_array_length(coalesce(data->'children', data->'facts')::json) as n from casework_queue.outgoing order by sequence`);

  it('goes out in the order in which it was said, two hundred facts at once', async () => {
    const child = { childId: randomUUID(), workerId: null, teamId: casework.north, iroId: null };
    const fact = { childId: child.childId, kind: 'VISIT' as const, sourceId: randomUUID(), on: '2026-03-01', seen: true, seenAlone: false, participationCode: null, workerId: null, teamId: null };
    const plan = { episodeId: randomUUID(), childId: child.childId, endedOn: '2026-03-01', workerId: null, teamId: casework.north };
    await casework.as(casework.machine, async (tx) => {
      await tellChildrenChanged(tx, Array.from({ length: 401 }, () => child));
      await tellViewsImported(tx, [fact]);
      await tellViewsImported(tx, []);
      await tellPlansEnded(tx, [plan]);
      await tellChildChanged(tx, child);
    });
    expect(await told()).toEqual([
      { type: 'casework.children.changed.v1', subject: 'children:import', n: 200 },
      { type: 'casework.children.changed.v1', subject: 'children:import', n: 200 },
      { type: 'casework.children.changed.v1', subject: 'children:import', n: 1 },
      { type: 'casework.views.imported.v1', subject: 'children:import', n: 1 },
      { type: 'casework.cp-plan.ended.v1', subject: `child:${child.childId}`, n: null },
      { type: 'casework.child.changed.v1', subject: `child:${child.childId}`, n: null },
    ]);
  });
});
