import { listPage, listUnder } from '@qaf/graph';
import { plansOf } from '@qaf/testing';
import { IDENTIFIED_RESPONSES } from '../identified-response/identified-response.queries';
import { ASH, openWorld, PEOPLE, type World } from '../voice.fixtures';
import { INVITATIONS } from './invitation.queries';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.admin.query(`insert into voice.invitation (child_id, questionnaire_version_id, audience, reason, raised_on, worker_id, team_id, iro_id)
    select md5('c' || n)::uuid, (select id from voice.questionnaire_version limit 1), 'CHILD', 'CP_PLAN_ENDED', date '2018-01-01' + n % 300, md5('w' || n % 1000)::uuid, md5('t' || n % 60)::uuid, md5('i' || n % 40)::uuid from generate_series(1, 20000) n`);
  await world.admin.query('analyze voice.invitation');
});

afterAll(() => world.close());

test.each(['NEWEST', 'OLDEST'])('of twenty thousand invitations in the order %s, the few of a worker, a manager and an IRO are found by their indexes', async (orderBy) => {
  for (const who of [PEOPLE.wren, PEOPLE.northManager, PEOPLE.iris]) {
    const plans = await plansOf(world.voice.unit(who, 'plans'), async (unit) => {
      const found = await listPage(unit, INVITATIONS, { page: { first: 25 }, orderBy });
      await (found.totalCount as unknown as () => Promise<number>)();
    });
    expect(plans).toHaveLength(2);
    for (const plan of plans) {
      expect(plan).not.toMatch(/Seq Scan on invitation\b/);
      expect(plan).toContain('Bitmap Index Scan on invitation_of_worker');
    }
  }
});

test('what hangs on a child is found by the child, for everyone', async () => {
  for (const who of [PEOPLE.wren, PEOPLE.psw, PEOPLE.headOfService]) {
    const plans = await plansOf(world.voice.unit(who, 'plans'), async (unit) => {
      await Promise.all([
        listUnder(unit, INVITATIONS, 'child', ASH, { page: { first: 25 }, orderBy: 'NEWEST' }),
        listUnder(unit, IDENTIFIED_RESPONSES, 'child', ASH, { page: { first: 25 }, orderBy: 'NEWEST' }),
      ]);
    });
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on invitation\b/);
  }
});
