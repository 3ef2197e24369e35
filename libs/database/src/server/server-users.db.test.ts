import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { goneFrom, processesOf, Workbench } from './server-user.fixtures';

// A busy machine is slow to start programs; nothing here is measured.
jest.setTimeout(60_000);

const workbench = new Workbench();
const shared = workbench.dataDir('shared');

afterAll(() => workbench.clear());

async function answers(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ answer: number }>('select 6 * 7 as answer');
  await client.end();
  return rows[0]?.answer ?? 0;
}

test('two starts that race on an empty folder end with one server that both can use', async () => {
  const users = [workbench.start(shared), workbench.start(shared)];
  const [first, second] = await Promise.all(users.map((user) => user.opened));
  expect(first).toBe(second);
  expect(await answers(String(first))).toBe(42);
  expect(processesOf(shared, 'server')).toHaveLength(1);
  await Promise.all(users.map((user) => user.stop()));
  expect(processesOf(shared, 'server')).toEqual([]);
});

test('a user that is killed takes the server with it, and nothing is left running', async () => {
  const user = workbench.start(shared);
  await user.opened;
  await user.kill();
  await goneFrom(shared);
  const next = workbench.start(shared);
  expect(await answers(await next.opened)).toBe(42);
  await next.stop();
  await goneFrom(shared);
});

test('the server outlives the user that started it while another uses it', async () => {
  const starter = workbench.start(shared);
  const url = await starter.opened;
  const adopter = workbench.start(shared);
  expect(await adopter.opened).toBe(url);
  await starter.kill();
  // Longer than a watchdog waits before it gives the server up to another.
  await sleep(2_500);
  expect(await answers(url)).toBe(42);
  expect(processesOf(shared, 'watchdog')).toHaveLength(1);
  await adopter.stop();
  await goneFrom(shared);
});

test('a user that is killed beside another leaves the server to it', async () => {
  const starter = workbench.start(shared);
  const url = await starter.opened;
  const adopter = workbench.start(shared);
  await adopter.opened;
  await adopter.kill();
  expect(await answers(url)).toBe(42);
  await starter.stop();
  await goneFrom(shared);
});

test('two users that are killed at once leave nothing running', async () => {
  const users = [workbench.start(shared), workbench.start(shared)];
  await Promise.all(users.map((user) => user.opened));
  await Promise.all(users.map((user) => user.kill()));
  await goneFrom(shared);
});

test.each([0, 40, 80, 120, 160, 250])('a user that is killed %i ms into its start leaves nothing running', async (delay) => {
  const user = workbench.start(shared);
  await sleep(delay);
  await user.kill();
  await sleep(300);
  await goneFrom(shared);
});

test('a watchdog that is killed is replaced, and the next one does the work', async () => {
  const user = workbench.start(shared);
  await user.opened;
  const [watchdog = 0] = processesOf(shared, 'watchdog');
  process.kill(watchdog, 'SIGKILL');
  while (processesOf(shared, 'watchdog').filter((pid) => pid !== watchdog).length === 0) await sleep(50);
  // It has to be on its post before the user goes.
  await sleep(500);
  await user.kill();
  await goneFrom(shared);
});

test('a user killed while it makes the database does not hinder the next', async () => {
  const fresh = workbench.dataDir('fresh');
  const user = workbench.start(fresh);
  await sleep(350);
  await user.kill();
  const next = workbench.start(fresh);
  expect(await answers(await next.opened)).toBe(42);
  await next.stop();
  await goneFrom(fresh);
});
