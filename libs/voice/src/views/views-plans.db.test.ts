import type { Viewer } from '@qaf/identity';
import { ASH, openWorld, PEOPLE, type World } from '../voice.fixtures';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.admin.query(`insert into voice.views_record (child_id, occasion, on_date, seen, worker_id, team_id, source)
    select ('40000000-0000-4000-8000-' || lpad((n % 3000)::text, 12, '0'))::uuid, 'VISIT', date '2018-01-01' + n % 300, true, gen_random_uuid(), gen_random_uuid(), 'IMPORT' from generate_series(1, 30000) n`);
  await world.admin.query('analyze voice.views_record');
});

afterAll(() => world.close());

async function planOf(viewer: Viewer, sql: string, params: unknown[]): Promise<string> {
  const rows = await world.voice.unit(viewer, 'test').command((tx) => tx.query<Record<string, string>>(`explain ${sql}`, params));
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

test.each(['wren', 'headOfService', 'psw', 'events'] as const)('for %s, under the row rules, a child’s views are found by index', async (who) => {
  const plan = await planOf(PEOPLE[who], 'select id from views_record where child_id = $1 order by on_date desc, id desc limit 26', [ASH]);
  expect(plan).not.toContain('Seq Scan');
  expect(plan).toMatch(/Index.* Scan/);
});

test('the record of one occasion is found by index', async () => {
  expect(await planOf(PEOPLE.events, `select id from views_record where occasion = 'VISIT' and occasion_id = $1`, [ASH])).not.toContain('Seq Scan');
});
