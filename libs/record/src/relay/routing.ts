import { queueSchema, type SubgraphName } from '@qaf/database';
import type { Client } from 'pg';
import type { PgBoss } from 'pg-boss';
import type { DomainEvent, Routes } from '../event/domain-event';
import { queueTo } from '../tables/queue-names';
import { statementsOn } from './queue';

const AT_ONCE = 500;
const UNROUTED_KEPT = '7 days';

interface Numbered {
  /** The event's number as a UUID: pg-boss orders jobs of one moment by id. */
  jobId: string;
  event: DomainEvent;
}

/**
 * Moves what was published into the queues of its receivers, in order. Only the leader does this, on the connection that
 * holds the lock, so that no two moves overlap and an earlier number is always queued before a later one.
 */
export class Routing {
  private readonly schema: string;
  private readonly types: string[];

  constructor(
    private readonly client: Client,
    private readonly boss: PgBoss,
    from: SubgraphName,
    private readonly routes: Routes,
  ) {
    this.schema = queueSchema(from);
    this.types = Object.keys(routes);
  }

  /** The receivers that got something, and whether more is waiting. */
  async move(): Promise<{ receivers: Set<SubgraphName>; more: boolean }> {
    const waiting = await this.client.query(`select exists (select from ${this.schema}.outgoing where type = any($1)) as any`, [this.types]);
    if (waiting.rows[0].any !== true) return { receivers: new Set(), more: false };
    await this.client.query('begin');
    try {
      const taken = await this.take();
      const receivers = await this.queue(taken);
      await this.client.query('commit');
      return { receivers, more: taken.length === AT_ONCE };
    } catch (error) {
      await this.client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  /** A type that this version does not route may be a newer version's: it is kept for a week. */
  async forgetUnrouted(): Promise<void> {
    await this.client.query(
      `delete from ${this.schema}.outgoing where type <> all($1) and written_at < now() - interval '${UNROUTED_KEPT}'`,
      [this.types],
    );
  }

  private async take(): Promise<Numbered[]> {
    const { rows } = await this.client.query(
      `with next as (select sequence from ${this.schema}.outgoing where type = any($1) order by sequence limit ${AT_ONCE}),
       taken as (delete from ${this.schema}.outgoing o using next where o.sequence = next.sequence returning o.*)
       select lpad(to_hex(sequence), 32, '0')::uuid as job_id, id, type, subject, occurred_at, data from taken order by sequence`,
      [this.types],
    );
    return rows.map(({ job_id: jobId, occurred_at: at, id, type, subject, data }) => ({
      jobId,
      event: { id, type, subject, occurredAt: (at as Date).toISOString(), data },
    }));
  }

  private async queue(taken: Numbered[]): Promise<Set<SubgraphName>> {
    const receivers = new Set(taken.flatMap(({ event }) => this.routes[event.type] ?? []));
    for (const receiver of receivers) {
      const theirs = taken.filter(({ event }) => this.routes[event.type]?.includes(receiver));
      const jobs = theirs.map(({ jobId, event }) => ({ id: jobId, data: event, singletonKey: event.subject }));
      const queued = await this.boss.insert(queueTo(receiver), jobs, { db: statementsOn(this.client), returnId: true });
      if (queued?.length !== jobs.length) throw new Error('An event could not be queued.');
      await this.keepBehind(queueTo(receiver), queued);
    }
    return receivers;
  }

  /** pg-boss orders by time. Should the server's clock have gone back, these still come after what already waits. */
  private async keepBehind(queue: string, jobIds: string[]): Promise<void> {
    await this.client.query(
      `update ${this.schema}.job set created_on = latest.at
       from (select max(created_on) as at from ${this.schema}.job where name = $1 and state < 'active') as latest
       where name = $1 and id = any($2::uuid[]) and created_on < latest.at`,
      [queue, jobIds],
    );
  }
}
