import { testDatabase } from '@qaf/testing';
import type { Pool } from 'pg';
import type { DomainEvent } from '../event/domain-event';
import { publish } from '../event/publish';
import { bareStore } from '../record.fixtures';
import { EventRelay } from './event-relay';
import { EventRefused, type RelayOptions } from './options';
import { asAdministrator, effects, GRADED, graded, inTransaction, keepingLogger, newId, poolOf, publishInCasework, takeInGovernance, until } from './relay.fixtures';

let database: Awaited<ReturnType<typeof testDatabase>>;
let casework: Pool;
let governance: Pool;
let relays: EventRelay[];
let log: ReturnType<typeof keepingLogger>;

beforeEach(async () => {
  database = await testDatabase([bareStore('casework'), bareStore('governance')]);
  casework = poolOf(database.urls.casework);
  governance = poolOf(database.urls.governance);
  relays = [];
  log = keepingLogger();
}, 60_000);

afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  await Promise.all([casework.end(), governance.end()]);
  await database.drop();
}, 30_000);

async function relayThat(deliver: RelayOptions['deliver'], options: Partial<RelayOptions> = {}): Promise<EventRelay> {
  const relay = new EventRelay({ from: 'casework', url: database.urls.casework, routes: { [GRADED]: ['governance'] }, deliver, logger: log, ...options });
  relays.push(relay);
  await relay.start();
  return relay;
}

const toGovernance: RelayOptions['deliver'] = (_to, event) => takeInGovernance(governance, event);

const down: RelayOptions['deliver'] = () => Promise.reject(Object.assign(new Error('connect to 10.0.0.9 refused'), { code: 'ECONNREFUSED' }));

describe('delivering events', () => {
  it('brings a graded audit to governance, whole and once', async () => {
    const audit = newId();
    const [sent] = await publishInCasework(casework, graded(audit, 1));
    const received: DomainEvent[] = [];
    const relay = await relayThat(async (to, event) => {
      received.push(event);
      await toGovernance(to, event);
    });
    await relay.settled(10_000);

    expect(received).toEqual([sent]);
    expect(await effects(governance)).toEqual([sent!.id]);
    expect(await relay.waiting()).toEqual([]);
  });

  it('does not wait for the next look when it is nudged', async () => {
    const relay = await relayThat(toGovernance, { pollMs: 3_600_000 });
    await relay.settled(10_000);
    const [sent] = await publishInCasework(casework, graded(newId(), 1));
    relay.nudge();
    await until(async () => (await effects(governance)).length === 1);
    expect(await effects(governance)).toEqual([sent!.id]);
  });

  it('knows nothing of a change that was rolled back', async () => {
    await expect(
      inTransaction(casework, async (tx) => {
        await publish(tx, 'casework', graded(newId(), 1));
        throw new Error('the rule refused');
      }),
    ).rejects.toThrow('the rule refused');
    const relay = await relayThat(toGovernance);
    expect(await relay.waiting()).toEqual([]);
    await relay.settled(10_000);
    expect(await effects(governance)).toEqual([]);
  });

  it('keeps events while the receiver is down and brings them, in order, when it is up', async () => {
    const [first, second] = [newId(), newId()];
    const sent = await publishInCasework(casework, graded(first, 1), graded(second, 1), graded(first, 2), graded(first, 3));
    let up = false;
    let asked = 0;
    const relay = await relayThat(async (to, event) => {
      asked += 1;
      await (up ? toGovernance : down)(to, event);
    });
    await until(() => asked >= 4);
    expect(await effects(governance)).toEqual([]);
    await expect(relay.settled(0)).rejects.toThrow(/^Events of casework still wait: .*casework\.audit\.graded\.v1 to governance/);

    up = true;
    await relay.settled(30_000);
    const done = await effects(governance);
    const ofFirst = sent.filter(({ subject }) => subject === `audit:${first}`).map(({ id }) => id);
    expect(done.filter((id) => ofFirst.includes(id))).toEqual(ofFirst);
    expect(done).toHaveLength(4);
  }, 60_000);

  it('has one effect when the answer is lost and the event comes twice', async () => {
    const [sent] = await publishInCasework(casework, graded(newId(), 1));
    let calls = 0;
    const relay = await relayThat(async (to, event) => {
      calls += 1;
      await toGovernance(to, event);
      if (calls === 1) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    });
    await relay.settled(30_000);
    expect(calls).toBe(2);
    expect(await effects(governance)).toEqual([sent!.id]);
  }, 60_000);

  it('tries again when the receiver does not answer in time', async () => {
    const [sent] = await publishInCasework(casework, graded(newId(), 1));
    let calls = 0;
    const relay = await relayThat(
      (to, event) => {
        calls += 1;
        return calls === 1 ? new Promise(() => undefined) : toGovernance(to, event);
      },
      { timeLimitMs: 50 },
    );
    await relay.settled(30_000);
    expect(await effects(governance)).toEqual([sent!.id]);
  }, 60_000);

  it('holds a subject behind a refused event, lets others pass, and goes on after a replay', async () => {
    const [refusedAudit, otherAudit] = [newId(), newId()];
    const sent = await publishInCasework(casework, graded(refusedAudit, 1), graded(refusedAudit, 2), graded(otherAudit, 1));
    let fixed = false;
    const relay = await relayThat(async (to, event) => {
      if (!fixed && event.id === sent[0]!.id) throw new EventRefused();
      await toGovernance(to, event);
    });
    await until(async () => (await relay.waiting()).some(({ state }) => state === 'failed') && (await effects(governance)).length === 1);
    expect(await effects(governance)).toEqual([sent[2]!.id]);
    expect(await relay.waiting()).toEqual(
      expect.arrayContaining([
        { type: GRADED, to: 'governance', state: 'failed', count: 1 },
        { type: GRADED, to: 'governance', state: 'created', count: 1 },
      ]),
    );

    fixed = true;
    expect(await relay.replayFailed()).toBe(1);
    await relay.settled(30_000);
    expect(await effects(governance)).toEqual([sent[2]!.id, sent[0]!.id, sent[1]!.id]);
  }, 60_000);

  it('gives a replayed event all its attempts again', async () => {
    const [sent] = await publishInCasework(casework, graded(newId(), 1));
    const answers: RelayOptions['deliver'][] = [() => Promise.reject(new EventRefused()), down, toGovernance];
    const relay = await relayThat((to, event) => answers.shift()!(to, event));
    await until(async () => (await relay.waiting()).some(({ state }) => state === 'failed'));
    await relay.replayFailed();
    await relay.settled(30_000);
    expect(await effects(governance)).toEqual([sent!.id]);
  }, 60_000);

  it('keeps a type that it does not route for the version that does', async () => {
    const planned = 'casework.audit.planned.v1';
    const [sent, passing] = await publishInCasework(casework, graded(newId(), 1), { ...graded(newId(), 1), type: planned });
    const older = await relayThat(toGovernance, { routes: { [planned]: ['governance'] } });
    await older.settled(10_000);
    expect(await effects(governance)).toEqual([passing!.id]);
    expect(await older.waiting()).toEqual([{ type: GRADED, to: null, state: 'unrouted', count: 1 }]);
    await older.stop();

    const newer = await relayThat(toGovernance);
    await newer.settled(10_000);
    expect(await effects(governance)).toEqual([passing!.id, sent!.id]);
  });

  it('sends one event to each receiver that its route names, and one receiver does not wait for another', async () => {
    await publishInCasework(casework, graded(newId(), 1));
    const received: string[] = [];
    const relay = await relayThat(
      async (to, event) => {
        if (to === 'voice') return down(to, event);
        received.push(to);
      },
      { routes: { [GRADED]: ['voice', 'governance', 'workforce'] } },
    );
    await until(async () => (await relay.waiting()).every(({ to }) => to === 'voice') && received.length === 2);
    expect(received.sort()).toEqual(['governance', 'workforce']);
  });

  it('stays in order when the clock of the server goes back', async () => {
    const audit = newId();
    let up = false;
    const relay = await relayThat(async (to, event) => (up ? toGovernance : down)(to, event));
    const before = await publishInCasework(casework, graded(audit, 1), graded(audit, 2));
    await until(async () => (await asAdministrator(database.adminUrl, 'select from casework_queue.outgoing')).length === 0);
    await asAdministrator(database.adminUrl, "update casework_queue.job set created_on = created_on + interval '1 hour'");
    const after = await publishInCasework(casework, graded(audit, 3));
    up = true;
    await relay.settled(30_000);
    expect(await effects(governance)).toEqual([...before, ...after].map(({ id }) => id));
  }, 60_000);

  it('says nothing in its logs of what the events hold, or of where they go', async () => {
    await publishInCasework(casework, { ...graded(newId(), 1), data: { reference: 'SECRET-REFERENCE' } }, { ...graded(newId(), 1), data: { reference: 'SECRET-REFERENCE' } });
    const relay = await relayThat((to, event) => (log.lines.length === 0 ? down(to, event) : Promise.reject(new EventRefused())));
    await until(async () => (await relay.waiting()).every(({ state }) => state === 'failed'));
    expect(log.lines.length).toBeGreaterThan(1);
    expect(log.lines.join('\n')).not.toMatch(/SECRET|10\.0\.0\.9|audit:/);
    const outputs = await asAdministrator(database.adminUrl, 'select output from casework_queue.job');
    expect(JSON.stringify(outputs)).not.toMatch(/SECRET|10\.0\.0\.9/);
  }, 60_000);
});
