import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { SubgraphName } from '@qaf/database';
import { globalId } from '@qaf/graph';
import { machine } from '@qaf/identity';
import { type DomainEvent, publish } from '@qaf/record';
import { TEST_SECRET } from '@qaf/testing';
import { submittedAudit } from './audit-thread';
import { childOf, type StageChild } from './children';
import { send } from './commands';
import { type Driven, drive } from './driving';
import { behind } from './kept-rows';
import { eventually } from './stage';

const onLinux = process.platform === 'linux' ? describe : describe.skip;
const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

onLinux('What happens in one part and matters in another', () => {
  let driven: Driven;

  beforeAll(async () => {
    driven = await drive();
  }, 120_000);
  afterAll(() => driven?.running.close(), 60_000);

  const count = async (sql: string, params: unknown[]): Promise<number> => (await behind<{ n: number }>(driven.stage, `select count(*)::int as n from ${sql}`, params))[0]?.n ?? -1;
  const queued = async (from: SubgraphName, type: string): Promise<DomainEvent[]> =>
    (await behind<{ data: DomainEvent }>(driven.stage, `select data from ${from}_queue.job where data ->> 'type' = $1 and state <> 'completed'`, [type])).map(({ data }) => data);
  const ended = (child: StageChild): Promise<DomainEvent<object>> =>
    driven.stage.graph.subgraphs.casework.unit(machine('machine_import', 'story'), 'story').command((tx) =>
      publish(tx, 'casework', { type: 'casework.cp-plan.ended.v1', subject: `child:${child.uuid}`, data: { episodeId: child.episodeId, childId: child.uuid, endedOn: '2026-10-30', workerId: null, teamId: null } }),
    );
  const down = async (part: SubgraphName, work: () => Promise<void>): Promise<void> => {
    driven.signal(part, 'SIGKILL');
    await work();
    driven.running.restart(part);
  };
  const events = (...args: string[]): string => {
    const env = { ...process.env, DATABASE_URL: driven.stage.graph.server.adminUrl, QAF_SUBGRAPH_SECRET: TEST_SECRET, NODE_OPTIONS: '' };
    return spawnSync(process.execPath, [join(__dirname, '../../../dist/tools/commands/events.js'), ...args], { env, encoding: 'utf8' }).stdout;
  };

  it('waits for a receiver that is down, can be seen meanwhile, and has its effect once: an inadequate audit opens one action', async () => {
    const child = await childOf(driven.stage, 'north', 'northWorker');
    let told: DomainEvent[] = [];
    await down('governance', async () => {
      await submittedAudit(driven.stage, child.id, 'INADEQUATE');
      told = await eventually(() => queued('casework', 'casework.audit.submitted.v1'), (found) => found.length > 0);
      expect(events()).toMatch(/casework +casework\.audit\.submitted\.v1 +governance +(created|retry|active) +1/);
    });
    const actions = () => count('governance.action where child_id = $1', [child.uuid]);
    await eventually(actions, (n) => n > 0, 30_000);
    // Delivered again, by hand, and at once.
    await Promise.all(Array.from({ length: 5 }, () => driven.stage.graph.subgraphs.governance.handle(told[0] as DomainEvent)));
    expect(await actions()).toBe(1);
    await eventually(() => Promise.resolve(events()), (text) => !text.includes('casework.audit.submitted.v1'));
  }, 120_000);

  it('survives a receiver that is killed in the middle: the end of a plan asks the child and the parents once', async () => {
    const child = await childOf(driven.stage, 'north', 'northWorker');
    driven.signal('voice', 'SIGSTOP');
    const event = await ended(child);
    await eventually(() => queued('casework', 'casework.cp-plan.ended.v1'), (found) => found.length > 0);
    await pause(700);
    driven.signal('voice', 'SIGKILL');
    driven.running.restart('voice');
    const invited = () => count('voice.invitation where child_id = $1', [child.uuid]);
    await eventually(invited, (n) => n > 0, 60_000);
    await Promise.all(Array.from({ length: 5 }, () => driven.stage.graph.subgraphs.voice.handle(event as DomainEvent)));
    // The same end, told under another id, as by two imports.
    await ended(child);
    await driven.stage.graph.subgraphs.voice.handle({ ...(event as DomainEvent), id: '00000000-0000-4000-8000-0000000000aa' });
    expect(await invited()).toBe(2);
  }, 120_000);

  it('survives a sender that is killed once it has told: a worker who leaves leaves children and actions to be taken on', async () => {
    const child = await childOf(driven.stage, 'south', 'southWorker');
    const owner = globalId('Worker', driven.stage.people.southWorker.id);
    await send(driven.stage, 'quality', 'openAction', { title: 'Visit', sourceKind: 'REVIEW', childId: child.id, ownerId: owner, dueOn: '2027-01-29' });
    const { data } = await driven.stage.ask('hr', 'query Q($id: ID!) { worker(id: $id) { version } }', { id: owner });
    const leaves = { type: 'workforce.worker.left.v1', subject: `worker:${driven.stage.people.southWorker.id}` };
    expect(data.worker.version).toBeGreaterThan(0);
    driven.signal('casework', 'SIGSTOP');
    await driven.stage.graph.subgraphs.workforce.unit(machine('machine_import', 'story'), 'story').command((tx) =>
      publish(tx, 'workforce', { ...leaves, data: { workerId: driven.stage.people.southWorker.id, leftOn: '2026-10-30' } }),
    );
    await pause(500);
    driven.signal('workforce', 'SIGKILL');
    driven.signal('casework', 'SIGCONT');
    driven.running.restart('workforce');
    const toTakeOn = async () => (await driven.stage.ask('southManager', '{ children(filter: { workerHasLeft: true }) { edges { node { id allocatedWorkerHasLeft } } } actions(filter: { ownerHasLeft: true }) { totalCount } }')).data;
    const found = await eventually(toTakeOn, (one) => one?.children?.edges.length === 1 && one.actions?.totalCount === 1, 60_000);
    expect(found.children.edges).toEqual([{ node: { id: child.id, allocatedWorkerHasLeft: true } }]);
    // An older word that comes late changes nothing; a newer one brings the worker back.
    const moved = (occurredAt: string): DomainEvent => ({ id: crypto.randomUUID(), type: 'workforce.worker.moved.v1', subject: leaves.subject, occurredAt, data: { workerId: driven.stage.people.southWorker.id, teamId: null, serviceId: null, managerId: driven.stage.people.southManager.id } });
    const parts = [driven.stage.graph.subgraphs.casework, driven.stage.graph.subgraphs.governance];
    for (const part of parts) await part.handle(moved('2020-01-01T00:00:00.000Z'));
    expect(await toTakeOn()).toEqual(found);
    for (const part of parts) await part.handle(moved(new Date(Date.now() + 1_000).toISOString()));
    expect((await toTakeOn()).children.edges).toEqual([]);
  }, 120_000);

  it('waits as failed when a receiver will never take it, with what follows it, until an operator replays it', async () => {
    const child = await childOf(driven.stage, 'north', 'northWorker');
    await down('voice', async () => {
      await ended(child);
      await eventually(() => queued('casework', 'casework.cp-plan.ended.v1'), (found) => found.length > 0);
      // As the relay leaves one that was refused.
      await eventually(() => behind(driven.stage, `update casework_queue.job set state = 'failed', retry_limit = retry_count where data ->> 'type' = 'casework.cp-plan.ended.v1' and state in ('created', 'retry') returning id`), (rows) => rows.length > 0);
    });
    expect(events()).toMatch(/^from.*\ncasework +casework\.cp-plan\.ended\.v1 +voice +failed +1/);
    expect(await count('voice.invitation where child_id = $1', [child.uuid])).toBe(0);
    expect(events('--replay')).toMatch(/^1 failed events are tried again/);
    await eventually(() => count('voice.invitation where child_id = $1', [child.uuid]), (n) => n === 2, 60_000);
  }, 120_000);
});
