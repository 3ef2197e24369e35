import { randomUUID } from 'node:crypto';
import type { Viewer } from '@qaf/identity';
import { ASH, ELM, openWorld, PEOPLE, planEnded, tell, type World } from '../voice.fixtures';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  for (const child of [ASH, ELM]) {
    await planEnded(world.voice, child);
    await tell(world.voice, 'casework.views.imported.v1', { facts: [{ childId: child, kind: 'VISIT', sourceId: child, on: '2018-10-01', seen: true, seenAlone: true, participationCode: null, workerId: null, teamId: null }] });
    await world.admin.query(
      `insert into voice.identified_response (child_id, questionnaire_version_id, consent_given_on, recorded_by, shared_with_managers, worker_id, team_id, iro_id)
       select p.child_id, (select id from voice.questionnaire_version limit 1), '2018-10-01', gen_random_uuid(), true, p.worker_id, p.team_id, p.iro_id from voice.child_place p where p.child_id = $1`,
      [child],
    );
  }
});

afterAll(() => world.close());

/** How many invitations, records of views and identified responses about a child somebody sees. */
async function seen(viewer: Viewer, childId: string): Promise<number[]> {
  const counts = ['invitation', 'views_record', 'identified_response'].map((table) => `(select count(*)::int from ${table} where child_id = $1)`);
  const [row] = await world.voice.unit(viewer, 'test').command((tx) => tx.query<{ n: number[] }>(`select array[${counts.join(', ')}] as n`, [childId]));
  return row?.n ?? [];
}

const locked = (workerIds: string[], at: string, id?: string) => tell(world.voice, 'casework.child.locked.v1', { childId: ASH, workerIds }, { at, ...(id && { id }) });
const unlocked = (at: string) => tell(world.voice, 'casework.child.unlocked.v1', { childId: ASH, workerIds: [] }, { at });

test('what is kept about a locked child is there for the named alone, and an answer with consent for whom it was given to', async () => {
  expect(await seen(PEOPLE.wren, ASH)).toEqual([2, 1, 1]);
  await locked([PEOPLE.odd.personId, PEOPLE.iris.personId], '2018-11-02T09:00:00.000Z');
  for (const who of [PEOPLE.wren, PEOPLE.northManager, PEOPLE.headOfService, PEOPLE.psw, PEOPLE.qpa, PEOPLE.principalIro]) expect([who.displayName, await seen(who, ASH)]).toEqual([who.displayName, [0, 0, 0]]);
  expect(await seen(PEOPLE.odd, ASH)).toEqual([2, 1, 0]);
  expect(await seen(PEOPLE.iris, ASH)).toEqual([2, 1, 1]);
  expect(await seen(PEOPLE.odd, ELM)).toEqual([2, 1, 1]);
  // Events go on.
  expect(await seen(PEOPLE.events, ASH)).toEqual([2, 1, 1]);
});

test('an older word that comes late, or one that comes twice, opens nothing', async () => {
  await unlocked('2018-11-01T09:00:00.000Z');
  expect(await seen(PEOPLE.wren, ASH)).toEqual([0, 0, 0]);
  const id = randomUUID();
  await locked([PEOPLE.wren.personId], '2018-11-03T09:00:00.000Z', id);
  await locked([PEOPLE.psw.personId], '2018-11-04T09:00:00.000Z');
  await locked([PEOPLE.wren.personId], '2018-11-03T09:00:00.000Z', id);
  expect([await seen(PEOPLE.wren, ASH), await seen(PEOPLE.psw, ASH)]).toEqual([[0, 0, 0], [2, 1, 0]]);
});

test('when it is unlocked the ordinary rules hold again', async () => {
  await unlocked('2018-11-05T09:00:00.000Z');
  expect([await seen(PEOPLE.wren, ASH), await seen(PEOPLE.odd, ASH)]).toEqual([[2, 1, 1], [0, 0, 0]]);
});

test('in an emergency a manager reads it for as long as it was granted, but no answer with consent, and a lock stands before it', async () => {
  const granted = (until: string) => tell(world.voice, 'casework.access.extended.v1', { grantId: randomUUID(), childId: ASH, workerId: PEOPLE.southManager.personId, grantedAt: '2018-11-05T09:00:00.000Z', until });
  await granted('2018-11-06T09:00:00.000Z');
  expect(await seen(PEOPLE.southManager, ASH)).toEqual([0, 0, 0]);
  await granted('2100-01-01T09:00:00.000Z');
  expect(await seen(PEOPLE.southManager, ASH)).toEqual([2, 1, 0]);
  await locked([], '2018-11-06T09:00:00.000Z');
  expect(await seen(PEOPLE.southManager, ASH)).toEqual([0, 0, 0]);
});
