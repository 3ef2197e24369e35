import { queueSchema, type SubgraphName } from '@qaf/database';
import type { Pool } from 'pg';
import type { Job, PgBoss } from 'pg-boss';
import type { DomainEvent } from '../event/domain-event';
import { queueTo } from '../tables/queue-names';
import { EventRefused, faultOf, type RelayOptions } from './options';
import { pause, Wakeup } from './wakeup';

const AT_ONCE = 20;
const LOOK_FOR_RETRIES_MS = 1000;
const LONGEST_PAUSE_MS = 5000;

type Attempt = Job<DomainEvent> & { retryCount: number };
type Outcome = 'TAKEN' | 'REFUSED' | 'LOST';

/** Delivers to one receiver. Each turn takes the first event of up to twenty subjects; a later one waits for its first. */
export class Delivery {
  private readonly wakeup = new Wakeup();
  private readonly queue: string;
  private losses = 0;

  constructor(
    readonly to: SubgraphName,
    private readonly boss: PgBoss,
    private readonly pool: Pool,
    private readonly options: RelayOptions,
    private readonly onRoom: () => void,
  ) {
    this.queue = queueTo(to);
  }

  wake(): void {
    this.wakeup.wake();
  }

  /** Runs until the signal aborts, then ends what it has in hand. While the receiver is down it asks with one event at a time. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const jobs = (await this.boss.fetch<DomainEvent>(this.queue, { batchSize: this.losses > 0 ? 1 : AT_ONCE })) as Attempt[];
      if (jobs.length === 0) {
        await this.wakeup.wait(LOOK_FOR_RETRIES_MS, signal);
        continue;
      }
      const outcomes = await Promise.all(jobs.map((job) => this.attempt(job)));
      await this.settle(jobs, outcomes);
      this.count(outcomes);
      if (this.losses > 0) await pause(Math.min(LONGEST_PAUSE_MS, 125 * 2 ** Math.min(this.losses, 10)), signal);
    }
  }

  private async attempt(job: Attempt): Promise<Outcome> {
    try {
      await withinTime(this.options.deliver(this.to, job.data), this.options.timeLimitMs ?? 10_000);
      return 'TAKEN';
    } catch (error) {
      const { from, logger } = this.options;
      const fields = { from, to: this.to, event: job.data.id, type: job.data.type, attempt: job.retryCount + 1, fault: faultOf(error) };
      if (error instanceof EventRefused) {
        logger.error(fields, 'event refused: it and the later events of its subject wait until it is replayed');
        return 'REFUSED';
      }
      if (job.retryCount === 0) logger.warn(fields, 'event not delivered: it will be tried again');
      return 'LOST';
    }
  }

  private async settle(jobs: Attempt[], outcomes: Outcome[]): Promise<void> {
    const which = (outcome: Outcome): Attempt[] => jobs.filter((_, index) => outcomes[index] === outcome);
    const [taken, lost, refused] = [which('TAKEN'), which('LOST'), which('REFUSED')];
    if (taken.length > 0) {
      await this.boss.deleteJob(this.queue, taken);
      this.onRoom();
    }
    if (refused.length > 0) await this.endAttempts(refused);
    if (lost.length + refused.length > 0) await this.boss.fail(this.queue, [...lost, ...refused]);
  }

  /** pg-boss fails a job for good only when its attempts are used up. */
  private async endAttempts(refused: Attempt[]): Promise<void> {
    await this.pool.query(
      `update ${queueSchema(this.options.from)}.job set retry_limit = retry_count where name = $1 and id = any($2::uuid[]) and state = 'active'`,
      [this.queue, refused.map(({ id }) => id)],
    );
  }

  private count(outcomes: Outcome[]): void {
    const down = outcomes.every((outcome) => outcome === 'LOST');
    const { from, logger } = this.options;
    if (!down && this.losses > 0) logger.info({ from, to: this.to }, 'events are delivered again');
    this.losses = down ? this.losses + 1 : 0;
  }
}

async function withinTime(delivery: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('The delivery took too long.'), { code: 'TIMEOUT' })), ms);
  });
  try {
    await Promise.race([delivery, late]);
  } finally {
    clearTimeout(timer);
  }
}
