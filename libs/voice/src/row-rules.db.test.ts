import { Client } from 'pg';
import { ASH, change, openWorld, PEOPLE, planEnded, tell, type World } from './voice.fixtures';

let world: World;
let login: Client;

beforeAll(async () => {
  world = await openWorld();
  const { id, version } = await planEnded(world.voice);
  await change(world.voice, PEOPLE.wren, 'mutation ($input: GiveInvitationLinkInput!) { giveInvitationLink(input: $input) { __typename } }', { invitationId: id, version });
  await tell(world.voice, 'casework.views.imported.v1', { facts: [{ childId: ASH, kind: 'VISIT', sourceId: ASH, on: '2018-10-01', seen: true, seenAlone: true, participationCode: null, workerId: null, teamId: null }] });
  login = new Client({ connectionString: world.database.urls.voice });
  await login.connect();
});

afterAll(async () => {
  await login.end();
  await world.close();
});

async function tables(): Promise<string[]> {
  const { rows } = await world.admin.query(`select table_name from information_schema.tables where table_schema = 'voice' and table_type = 'BASE TABLE' and table_name not like '%migration%' order by 1`);
  return rows.map((row) => row.table_name as string);
}

test('every table has forced row rules', async () => {
  const { rows } = await world.admin.query(
    `select relname from pg_class where relnamespace = 'voice'::regnamespace and relkind = 'r' and relname not like '%migration%' and not (relrowsecurity and relforcerowsecurity)`,
  );
  expect(rows).toEqual([]);
});

test('the application’s login without a viewer sees no row of any table', async () => {
  const names = (await tables()).filter((name) => name !== 'handled_event');
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) {
    const seen = await login.query(`select count(*)::int as n from ${name}`).then(({ rows }) => rows[0].n, (error: { code: string }) => error.code);
    expect([name, seen]).toEqual([name, 0]);
  }
});

test('nor does it write any: not a child’s row, not a questionnaire, not an answer that no token opened', async () => {
  const [version] = (await world.admin.query('select id from voice.questionnaire_version limit 1')).rows;
  for (const sql of [
    `insert into child_place (child_id, told_at) values (gen_random_uuid(), now())`,
    `insert into questionnaire (code, title, audience) values ('new', 'New', 'CHILD')`,
    `insert into invitation (child_id, questionnaire_version_id, audience, reason, raised_on) values (gen_random_uuid(), '${version.id}', 'CHILD', 'OTHER', '2018-01-01')`,
    `insert into views_record (child_id, occasion, on_date, source) values (gen_random_uuid(), 'VISIT', '2018-01-01', 'WORKER')`,
    `insert into waiting_answer (questionnaire_version_id, answers, period) values ('${version.id}', '{"nonce": "", "sealed": ""}', '2018-19 Q3')`,
    `insert into spent_token (hash) values (repeat('a', 64))`,
  ]) {
    await expect(login.query(sql)).rejects.toMatchObject({ code: '42501' });
  }
});

/** Answers whose consent is gone; sealed answers and own words that come out; the sums of facts. Their row rules say who may. */
const MAY_GO = ['identified_answer', 'waiting_answer', 'waiting_comment'];

test('nothing is deleted by the application but what has to go', async () => {
  for (const name of await tables()) {
    const outcome = await login.query(`delete from ${name}`).then(() => 'may', (error: { code: string }) => error.code);
    expect([name, outcome]).toEqual([name, MAY_GO.includes(name) || name.startsWith('child_visit_') ? 'may' : '42501']);
  }
});

test('the roles that meet no child’s record see no row about one, whatever they send', async () => {
  for (const viewer of [PEOPLE.hr, PEOPLE.member]) {
    const seen = await world.voice.unit(viewer, 'test').command((tx) =>
      tx.query<{ n: number }>(`select (select count(*) from invitation) + (select count(*) from views_record) + (select count(*) from child_place) + (select count(*) from identified_response)
        + (select count(*) from invitation_history) + (select count(*) from views_record_history) as n`),
    );
    expect(seen).toEqual([{ n: 0 }]);
  }
});

test('a child’s row moves only through the machines: a worker cannot give a child away', async () => {
  await world.voice.unit(PEOPLE.wren, 'test').command((tx) => tx.query('update child_place set worker_id = null, team_id = null'));
  const { rows } = await world.admin.query('select count(*)::int as n from voice.child_place where worker_id is null');
  expect(rows).toEqual([{ n: 0 }]);
});
