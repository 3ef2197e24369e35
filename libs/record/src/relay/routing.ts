import { queueSchema, type SubgraphName } from '@qaf/database';
import type { Client } from 'pg';
import type { PgBoss } from 'pg-boss';
import type { Routes } from '../event/domain-event';
import { queueTo } from '../tables/queue-names';
import { statementsOn } from './queue';

const AT_ONCE = 1000;
const UNROUTED_KEPT = '7 days';

/** How many events of one receiver are in its queue at most. pg-boss looks at all of them for each batch, so the rest waits in the backlog. */
const WINDOW = 500;

/**
 * Moves what was published to the backlog of each receiver, and from there into the receiver's queue as it empties, in
 * order. Only the leader does this, on the connection that holds the lock: no two moves overlap, and an earlier number
 * is always queued before a later one.
 */
export class Routing {
  private readonly schema: string;
  private readonly types: string[];
  private readonly receivers: SubgraphName[];
  private readonly pairs: [types: string[], receivers: string[]];

  constructor(
    private readonly client: Client,
    private readonly boss: PgBoss,
    from: SubgraphName,
    routes: Routes,
  ) {
    this.schema = queueSchema(from);
    this.types = Object.keys(routes);
    this.receivers = [...new Set(Object.values(routes).flat())];
    const pairs = Object.entries(routes).flatMap(([type, receivers]) => [...new Set(receivers)].map((receiver) => [type, receiver] as const));
    this.pairs = [pairs.map(([type]) => type), pairs.map(([, receiver]) => receiver)];
  }

  /** The receivers that got something, and whether more can be moved at once. */
  async move(): Promise<{ fed: SubgraphName[]; more: boolean }> {
    const fed: SubgraphName[] = [];
    const more = await this.address();
    for (const receiver of await this.withBacklog()) {
      if (await this.feed(receiver)) fed.push(receiver);
    }
    return { fed, more };
  }

  /** A type that this version does not route may be a newer version's: it is kept for a week. */
  async forgetUnrouted(): Promise<void> {
    await this.client.query(
      `delete from ${this.schema}.outgoing where type <> all($1) and written_at < now() - interval '${UNROUTED_KEPT}'`,
      [this.types],
    );
  }

  /** From the outgoing table to each receiver's backlog. A routed type without receivers ends here. */
  private async address(): Promise<boolean> {
    const { rows } = await this.client.query(
      `with next as (select sequence from ${this.schema}.outgoing where type = any($1) order by sequence limit ${AT_ONCE}),
       taken as (delete from ${this.schema}.outgoing o using next where o.sequence = next.sequence returning o.*),
       addressed as (
         insert into ${this.schema}.backlog (receiver, sequence, id, type, subject, occurred_at, data)
         select r.receiver, t.sequence, t.id, t.type, t.subject, t.occurred_at, t.data
         from taken t join unnest($2::text[], $3::text[]) as r (type, receiver) on r.type = t.type)
       select count(*)::int as taken from taken`,
      [this.types, ...this.pairs],
    );
    return rows[0].taken === AT_ONCE;
  }

  private async withBacklog(): Promise<SubgraphName[]> {
    const { rows } = await this.client.query(
      `select r as receiver from unnest($1::text[]) as r where exists (select from ${this.schema}.backlog where receiver = r)`,
      [this.receivers],
    );
    return rows.map(({ receiver }) => receiver);
  }

  /** From the backlog to the queue, as far as the window lets. False where it was too full to bother. */
  private async feed(receiver: SubgraphName): Promise<boolean> {
    const room = WINDOW - (await this.inWindow(receiver));
    if (room < WINDOW / 2) return false;
    await this.client.query('begin');
    try {
      const jobs = await this.take(receiver, room);
      if (jobs.length > 0) await this.queue(queueTo(receiver), jobs);
      await this.client.query('commit');
      return jobs.length > 0;
    } catch (error) {
      await this.client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  /** Events held behind a failed one take no room: they could keep out everything else. */
  private async inWindow(receiver: SubgraphName): Promise<number> {
    const { rows } = await this.client.query(
      `select count(*)::int as count from ${this.schema}.job j where name = $1 and state in ('created', 'retry', 'active') and not exists
         (select from ${this.schema}.job f where f.name = $1 and f.singleton_key = j.singleton_key and f.state = 'failed' and f.policy = 'key_strict_fifo')`,
      [queueTo(receiver)],
    );
    return rows[0].count;
  }

  /** The next events, without those whose subject is held up. pg-boss orders jobs of one moment by id, so the id is the event's number. */
  private async take(receiver: SubgraphName, room: number): Promise<{ id: string; data: object; singletonKey: string }[]> {
    const { rows } = await this.client.query(
      `with next as (
         select sequence from ${this.schema}.backlog where receiver = $1 and subject not in
           (select singleton_key from ${this.schema}.job where name = $2 and state in ('retry', 'failed') and policy = 'key_strict_fifo')
         order by sequence limit $3),
       taken as (delete from ${this.schema}.backlog b using next where b.receiver = $1 and b.sequence = next.sequence returning b.*)
       select lpad(to_hex(sequence), 32, '0')::uuid as job_id, id, type, subject, occurred_at, data from taken order by sequence`,
      [receiver, queueTo(receiver), room],
    );
    return rows.map(({ job_id, occurred_at, id, type, subject, data }) => ({
      id: job_id,
      data: { id, type, subject, occurredAt: occurred_at.toISOString(), data },
      singletonKey: subject,
    }));
  }

  private async queue(name: string, jobs: { id: string; data: object; singletonKey: string }[]): Promise<void> {
    const queued = await this.boss.insert(name, jobs, { db: statementsOn(this.client), returnId: true });
    if (queued?.length !== jobs.length) throw new Error('An event could not be queued.');
    // pg-boss orders by time. Should the server's clock have gone back, these still come after what already waits.
    await this.client.query(
      `update ${this.schema}.job set created_on = latest.at
       from (select max(created_on) as at from ${this.schema}.job where name = $1 and state < 'active') as latest
       where name = $1 and id = any($2::uuid[]) and created_on < latest.at`,
      [name, queued],
    );
  }
}
