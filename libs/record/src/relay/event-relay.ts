import { Pool } from 'pg';
import type { PgBoss } from 'pg-boss';
import { Delivery } from './delivery';
import { Leadership } from './leadership';
import { faultOf, type RelayOptions } from './options';
import { openQueue } from './queue';
import { Routing } from './routing';
import { anythingWaits, freeAbandoned, replay, waitingEvents, type WaitingEvents } from './waiting';
import { pause, Wakeup } from './wakeup';

const STANDBY_MS = 1000;
const HOUSEKEEPING_MS = 60_000;

/**
 * Delivers what one subgraph has published: at least once, and in order per subject and receiver. Several copies may
 * run; one works and the others stand by.
 */
export class EventRelay {
  private readonly options: RelayOptions;
  private readonly wakeup = new Wakeup();
  private readonly pool: Pool;
  private boss: PgBoss | undefined;
  private deliveries: Delivery[] = [];
  private readonly stopping = new AbortController();
  private starting: Promise<void> | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(options: RelayOptions) {
    this.options = options;
    this.pool = new Pool({ connectionString: options.url, max: 3, connectionTimeoutMillis: 10_000, application_name: `relay ${options.from}` });
    this.pool.on('error', (error) => options.logger.warn({ from: options.from, fault: faultOf(error) }, 'event relay: a connection was lost'));
  }

  /** Throws where the queue's tables are missing or of another version. After that, an outage of the database is waited out. */
  start(): Promise<void> {
    this.starting ??= this.open();
    return this.starting;
  }

  /** Ends what is in hand, then lets go. A relay that has stopped does not start again. */
  async stop(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.stopping.abort();
    await this.starting?.catch(() => undefined);
    await this.running;
    await this.boss?.stop({ graceful: false });
    await this.pool.end();
  }

  /** Something was just committed: look now. Cheap, and harmless when nothing was. */
  nudge(): void {
    this.wakeup.wake();
  }

  /** What has been published and not yet taken, by type, receiver and state. */
  async waiting(): Promise<WaitingEvents[]> {
    return waitingEvents(this.pool, this.options.from, this.options.routes);
  }

  /** Tries failed events again, in order. How many there were. */
  async replayFailed(): Promise<number> {
    const count = await replay(this.pool, this.options.from);
    for (const delivery of this.deliveries) delivery.wake();
    return count;
  }

  /** Resolves when every routed event has been taken; rejects after `timeoutMs` and says how many still wait, for whom. */
  async settled(timeoutMs: number): Promise<void> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      this.nudge();
      if (!(await anythingWaits(this.pool, this.options.from, this.options.routes))) return;
      if (Date.now() > until) throw await this.stillWaiting();
      await pause(20, this.stopping.signal);
    }
  }

  private async stillWaiting(): Promise<Error> {
    const waiting = (await this.waiting()).filter(({ state }) => state !== 'unrouted');
    const parts = waiting.map(({ type, to, state, count }) => `${count} ${type} to ${to} ${state}`);
    return new Error(`Events of ${this.options.from} still wait: ${parts.join('; ')}.`);
  }

  private async open(): Promise<void> {
    this.boss = await openQueue(this.pool, this.options);
    this.running = this.run(this.boss, this.stopping.signal);
  }

  private async run(boss: PgBoss, stop: AbortSignal): Promise<void> {
    let interrupted = false;
    while (!stop.aborted) {
      try {
        const leadership = await Leadership.take(this.options.url, this.options.from);
        interrupted = false;
        if (leadership) await this.lead(leadership, boss, stop).finally(() => leadership.end());
      } catch (error) {
        // Once for each outage, however long it lasts.
        if (!interrupted) this.options.logger.warn({ from: this.options.from, fault: faultOf(error) }, 'event relay: interrupted, will go on');
        interrupted = true;
      }
      await pause(STANDBY_MS, stop);
    }
  }

  /** Routes and delivers until it is stopped, loses the lock or the database fails it. */
  private async lead({ client, lost }: Leadership, boss: PgBoss, stop: AbortSignal): Promise<void> {
    const failed = new AbortController();
    const over = AbortSignal.any([stop, lost, failed.signal]);
    const { from, routes } = this.options;
    await freeAbandoned(this.pool, from, 0);
    this.deliveries = [...new Set(Object.values(routes).flat())].map((to) => new Delivery(to, boss, this.pool, this.options, () => this.nudge()));
    const byReceiver = new Map(this.deliveries.map((delivery) => [delivery.to, delivery]));
    const parts = [this.route(new Routing(client, boss, from, routes), byReceiver, over), ...this.deliveries.map((delivery) => delivery.run(over))];
    // One part's failure ends the others, and each finishes what it has in hand before the lock goes.
    const ends = await Promise.allSettled(parts.map((part) => part.finally(() => failed.abort())));
    const broken = ends.find((end) => end.status === 'rejected');
    if (broken) throw broken.reason;
  }

  private async route(routing: Routing, deliveries: Map<string, Delivery>, over: AbortSignal): Promise<void> {
    let tidied = 0;
    while (!over.aborted) {
      const { fed, more } = await routing.move();
      for (const receiver of fed) deliveries.get(receiver)?.wake();
      if (more) continue;
      if (Date.now() - tidied > HOUSEKEEPING_MS) {
        await routing.forgetUnrouted();
        await freeAbandoned(this.pool, this.options.from, 3 * ((this.options.timeLimitMs ?? 10_000) / 1000));
        tidied = Date.now();
      }
      await this.wakeup.wait(this.options.pollMs ?? 500, over);
    }
  }
}
