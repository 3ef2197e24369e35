import { globalId } from '@qaf/graph';
import { machine } from '@qaf/identity';
import { checkRecords } from '@qaf/platform';
import { publish } from '@qaf/record';
import { key } from './audit-thread';
import { childOf, type StageChild } from './children';
import { sentence } from './commands';
import { inDays } from './days';
import { behind } from './kept-rows';
import { type OnItsOwn, runOnItsOwn } from './own-database';
import { eventually, type Stage } from './stage';
import { askOnce, type Reply, say, told, traffic, whole, worst } from './traffic';

const onLinux = process.platform === 'linux' ? describe : describe.skip;
const READ = '{ teams(first: 2) { edges { node { name } } } actions(first: 1) { totalCount } }';
const READS_A_SECOND = 38;
const WRITES_A_SECOND = 12;
const ROUNDS = 10;
/** Nothing was wrong with the request; the database was not there. */
const AWAY = ['200', '200 SUBGRAPH_UNAVAILABLE', '200 TIMEOUT', '200 SUBGRAPH_UNAVAILABLE,TIMEOUT', '200 TIMEOUT,SUBGRAPH_UNAVAILABLE', '503 SUBGRAPH_UNAVAILABLE', '503 RATE_LIMITED'];
const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

interface Sent {
  idempotencyKey: string;
  /** What the platform said that it made; nothing when it said nothing. */
  id?: string;
}

onLinux('A platform whose database dies or stands still, under load', () => {
  let platform: OnItsOwn;
  let token: string;
  let child: StageChild;

  beforeAll(async () => {
    platform = await runOnItsOwn();
    token = await platform.token('quality');
    child = await childOf(platform as unknown as Stage, 'north', 'northWorker');
    await eventually(() => read(), whole);
  }, 120_000);
  afterAll(() => platform?.close(), 60_000);

  const read = (): Promise<Reply> => askOnce(platform.url, token, READ);
  const health = async (): Promise<{ status: number; missing?: string[] }> => {
    const answer = await fetch(`${platform.url}/health/ready`);
    return { status: answer.status, missing: ((await answer.json()) as { missing?: string[] }).missing };
  };
  const action = (idempotencyKey: string): object => ({ input: { idempotencyKey, title: 'Visit', sourceKind: 'REVIEW', childId: child.id, ownerId: globalId('Worker', platform.people.northManager.id), dueOn: inDays(60) } });
  const write = async (sent: Sent): Promise<Reply> => {
    const reply = await askOnce(platform.url, token, sentence('openAction', 'action { id }'), action(sent.idempotencyKey));
    const id = (reply.data as { openAction?: { action?: { id: string } } } | null)?.openAction?.action?.id;
    if (id) sent.id = id;
    return reply;
  };
  const load = (writes: Sent[]) => {
    const writing = traffic(WRITES_A_SECOND, () => {
      const sent: Sent = key();
      writes.push(sent);
      return write(sent);
    });
    const reading = traffic(READS_A_SECOND, read);
    return async (): Promise<Reply[]> => (await Promise.all([writing.stop(), reading.stop()])).flat();
  };
  const actions = async (): Promise<string[]> => (await behind<{ id: string }>(platform as unknown as Stage, 'select id from governance.action')).map(({ id }) => globalId('Action', id));

  it(`loses no change that it acknowledged in ${ROUNDS} kills, and is ready again by itself`, async () => {
    const writes: Sent[] = [];
    const stop = load(writes);
    const [replies, returns]: [Reply[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = platform.postmaster();
      // In the midst of writing, and not at the same moment of it in each round.
      await pause(300 + 37 * round);
      platform.signalDatabase('SIGKILL');
      const since = performance.now();
      await eventually(() => Promise.resolve(postmasterNow(platform)), (pid) => pid !== before && pid !== null, 30_000);
      await eventually(async () => [await health(), await read()] as const, ([state, reply]) => state.status === 200 && whole(reply), 30_000);
      returns.push(Math.round(performance.now() - since));
    }
    await pause(500);
    replies.push(...(await stop()));
    const kept = await actions();
    const acknowledged = writes.flatMap(({ id }) => id ?? []);
    expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([]);
    expect(told(replies).filter((one) => !AWAY.includes(one))).toEqual([]);
    // Some were answered in each round, and some fell into the gap.
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
    expect(acknowledged.length).toBeLessThan(writes.length);
    expect(platform.process.exitCode).toBeNull();
    say('killed in mid-write', { rounds: ROUNDS, requests: replies.length, writes: writes.length, acknowledged: acknowledged.length, partial: replies.filter((reply) => !whole(reply)).length, worstMs: worst(replies), readyAfterMs: returns });

    // Who got no answer asks again under the same key: each change is there once.
    for (const sent of writes.filter(({ id }) => !id)) await write(sent);
    expect(writes.filter(({ id }) => !id)).toEqual([]);
    expect((await actions()).sort()).toEqual(writes.map(({ id }) => id).sort());
  }, 180_000);

  it('goes on delivering events and sealing the record', async () => {
    const ended = { type: 'casework.cp-plan.ended.v1', subject: `child:${child.uuid}`, data: { episodeId: child.episodeId, childId: child.uuid, endedOn: '2026-10-30', workerId: null, teamId: null } };
    await platform.graph.subgraphs.casework.unit(machine('machine_import', 'story'), 'story').command((tx) => publish(tx, 'casework', ended));
    await platform.graph.settled(30_000);
    // One for the child and one for the parents.
    expect(await behind(platform as unknown as Stage, 'select count(*)::int as n from voice.invitation where child_id = $1', [child.uuid])).toEqual([{ n: 2 }]);
    const records = await eventually(() => checkRecords(platform.graph), (checks) => checks.every(({ waiting }) => waiting === 0), 30_000);
    expect(records.flatMap(({ faults }) => faults)).toEqual([]);
    expect(records.find(({ from }) => from === 'governance')?.lines).toBeGreaterThan(ROUNDS);
  }, 90_000);

  it('ends every request in time while the database stands still, says what is missing, and is whole when it goes on', async () => {
    const writes: Sent[] = [];
    const stop = load(writes);
    await pause(500);
    platform.signalDatabase('SIGSTOP');
    const still = performance.now();
    try {
      const state = await eventually(health, ({ status }) => status === 503);
      expect(state.missing).toEqual(['workforce: database', 'casework: database', 'voice: database', 'governance: database']);
      expect((await fetch(platform.metricsUrl)).status).toBe(200);
      const stranger = await askOnce(platform.url, await platform.token('director'), READ);
      expect([stranger.status, stranger.codes]).toEqual([503, ['SUBGRAPH_UNAVAILABLE']]);
      await pause(4_000);
    } finally {
      platform.signalDatabase('SIGCONT');
    }
    const goesOn = performance.now();
    await eventually(health, ({ status }) => status === 200);
    const again = await eventually(read, whole);
    await pause(500);
    const replies = await stop();
    const during = replies.filter(({ sent }) => sent > still && sent < goesOn);
    expect(told(replies).filter((one) => !AWAY.includes(one))).toEqual([]);
    expect(during.some(({ codes }) => codes.includes('TIMEOUT'))).toBe(true);
    expect(replies.filter(({ took }) => took > 5_000)).toEqual([]);
    const kept = await actions();
    expect(writes.flatMap(({ id }) => id ?? []).filter((id) => !kept.includes(id))).toEqual([]);
    say('database standing still', { requests: replies.length, during: during.length, told: told(during), worstMs: worst(replies), wholeAfterMs: Math.round(again.sent + again.took - goesOn) });
  }, 90_000);
});

function postmasterNow(platform: OnItsOwn): number | null {
  try {
    return platform.postmaster() || null;
  } catch {
    return null;
  }
}
