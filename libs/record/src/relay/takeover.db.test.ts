import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { testDatabase } from '@qaf/testing';
import type { Pool } from 'pg';
import { bareStore } from '../record.fixtures';
import { EventRelay } from './event-relay';
import type { RelayOptions } from './options';
import { asAdministrator, effects, GRADED, graded, keepingLogger, newId, poolOf, publishInCasework, takeInGovernance, until } from './relay.fixtures';

let database: Awaited<ReturnType<typeof testDatabase>>;
let casework: Pool;
let governance: Pool;
let relays: EventRelay[];

beforeEach(async () => {
  relays = [];
  database = await testDatabase([bareStore('casework'), bareStore('governance')]);
  casework = poolOf(database.urls.casework);
  governance = poolOf(database.urls.governance);
}, 60_000);

afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  await Promise.all([casework.end(), governance.end()]);
  await database.drop();
}, 30_000);

async function relayThat(deliver: RelayOptions['deliver']): Promise<EventRelay> {
  const relay = new EventRelay({ from: 'casework', url: database.urls.casework, routes: { [GRADED]: ['governance'] }, deliver, logger: keepingLogger() });
  relays.push(relay);
  await relay.start();
  return relay;
}

async function processThatHangs(): Promise<{ child: ChildProcess; given: string[] }> {
  const child = fork(join(__dirname, 'relay-process.fixture.cjs'), [database.urls.casework, GRADED], { execArgv: [] });
  const given: string[] = [];
  child.on('message', (id) => given.push(String(id)));
  await until(() => given.length > 0);
  return { child, given };
}

describe('when a relay goes', () => {
  it('killed in the middle of a delivery, its events are delivered by the next, in order', async () => {
    const audit = newId();
    const sent = await publishInCasework(casework, graded(audit, 1), graded(audit, 2));
    const { child, given } = await processThatHangs();
    expect(given).toEqual([sent[0]!.id]);
    child.kill('SIGKILL');
    await once(child, 'exit');

    const relay = await relayThat((_to, event) => takeInGovernance(governance, event));
    await relay.settled(30_000);
    expect(await effects(governance)).toEqual(sent.map(({ id }) => id));
  }, 60_000);

  it('works alone while it lives, however many copies stand by', async () => {
    const by: string[] = [];
    await relayThat(async (_to, event) => {
      by.push('first');
      await takeInGovernance(governance, event);
    });
    await until(async () => (await asAdministrator(database.adminUrl, "select from pg_locks l join pg_database d on d.oid = l.database where l.locktype = 'advisory' and d.datname = current_database()")).length === 1);
    const standby = await relayThat(async (_to, event) => {
      by.push('second');
      await takeInGovernance(governance, event);
    });
    await publishInCasework(casework, graded(newId(), 1), graded(newId(), 1));
    await standby.settled(30_000);
    expect(by).toEqual(['first', 'first']);

    await relays[0]!.stop();
    await publishInCasework(casework, graded(newId(), 1));
    await standby.settled(30_000);
    expect(by).toEqual(['first', 'first', 'second']);
  }, 60_000);

  it('goes on after the server has cut all its connections', async () => {
    const relay = await relayThat((_to, event) => takeInGovernance(governance, event));
    await relay.settled(30_000);
    await asAdministrator(database.adminUrl, "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'qaf_casework' and datname = current_database()");
    await until(async () => (await publishInCasework(casework, graded(newId(), 1)).catch(() => [])).length === 1);
    await relay.settled(30_000);
    expect(await effects(governance)).toHaveLength(1);
  }, 60_000);

  it('ends what it has in hand before it stops', async () => {
    const [sent] = await publishInCasework(casework, graded(newId(), 1));
    let begun = false;
    const relay = await relayThat(async (_to, event) => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
      await takeInGovernance(governance, event);
    });
    await until(() => begun);
    await relay.stop();
    expect(await effects(governance)).toEqual([sent!.id]);
    expect(await asAdministrator(database.adminUrl, 'select from casework_queue.job')).toEqual([]);
  }, 60_000);
});
