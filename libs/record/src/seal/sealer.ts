import type { Client } from 'pg';
import { Leadership } from '../relay/leadership';
import { faultOf } from '../relay/options';
import { pause } from '../relay/wakeup';
import { checkChain } from './check-chain';
import { sealKey, type SealKey } from './digests';
import { HandingOver } from './handing-over';
import { Horizon } from './horizon';
import { seeRecord } from './record-client';
import { lastSeal, sealNext } from './seal-next';
import type { Seal } from './sealed-batch';
import type { SealerOptions } from './sealer-options';
import { recordSource } from './verify-record';

const EVERY_MS = 1_000;
const DAY_MS = 24 * 60 * 60 * 1_000;
const FIRST_CHECK_MS = 5 * 60 * 1_000;
/** How long the last sealing waits for transactions that still run. */
const LAST_MS = 2_000;
const SOON_MS = 50;

/** Seals one subgraph's record of access every second and hands the batches to governance. Several copies may run; one works. */
export class Sealer {
  private readonly key: SealKey;
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private last: Seal | null = null;
  private readonly interrupted = new Set<string>();

  constructor(private readonly options: SealerOptions) {
    this.key = sealKey(options.secret, options.from);
  }

  start(): void {
    this.running = this.run(this.stopping.signal);
  }

  /** Seals what was written and hands it over once more, then lets go. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await this.attempt('sealing', async () => {
        const leadership = await Leadership.take(this.options.url, this.options.from, 'sealer');
        if (leadership) await this.lead(leadership, stop).finally(() => leadership.end());
      });
      await pause(this.options.everyMs ?? EVERY_MS, stop);
    }
  }

  private async lead({ client, lost }: Leadership, stop: AbortSignal): Promise<void> {
    await seeRecord(client);
    this.last = await lastSeal(client);
    const horizon = new Horizon(client);
    const handing = new HandingOver(client, this.options);
    const failed = new AbortController();
    const over = AbortSignal.any([stop, lost, failed.signal]);
    const parts = [this.sealOn(client, horizon, over), this.handOn(handing, over), this.checkOn(client, handing, over)];
    const ends = await Promise.allSettled(parts.map((part) => part.finally(() => failed.abort())));
    const broken = ends.find((end) => end.status === 'rejected');
    if (broken) throw broken.reason;
    if (!lost.aborted) await this.finish(client, horizon, handing);
  }

  private async sealOn(client: Client, horizon: Horizon, over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      const settled = await this.seal(client, horizon);
      await pause(settled ? (this.options.everyMs ?? EVERY_MS) : SOON_MS, over);
    }
  }

  /** Seals all that is settled; false while something that began earlier still runs. */
  private async seal(client: Client, horizon: Horizon): Promise<boolean> {
    const upTo = await horizon.settled(this.last?.toId ?? 0);
    if (upTo === null) return false;
    for (let seal = await sealNext(client, this.key, this.last, upTo); seal; seal = await sealNext(client, this.key, this.last, upTo)) this.last = seal;
    this.interrupted.delete('sealing');
    return true;
  }

  private async handOn(handing: HandingOver, over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      await this.attempt('handing over', () => handing.all(this.last));
      await pause(this.options.everyMs ?? EVERY_MS, over);
    }
  }

  private async checkOn(client: Client, handing: HandingOver, over: AbortSignal): Promise<void> {
    const every = this.options.checkEveryMs ?? DAY_MS;
    await pause(Math.min(every, FIRST_CHECK_MS), over);
    while (!over.aborted) {
      const { batches, faults } = await checkChain(recordSource(client), this.key);
      handing.tell({ at: new Date().toISOString(), batches, faults: faults.map(({ kind, batch }) => `${kind} ${batch}`).slice(0, 100) });
      if (faults.length > 0) this.options.logger.error({ from: this.options.from, faults: faults.length, first: faults[0] }, 'record of access: it is not what was sealed');
      await pause(every, over);
    }
  }

  private async finish(client: Client, horizon: Horizon, handing: HandingOver): Promise<void> {
    const never = new AbortController().signal;
    // Twice: the first turn may end a mark from before the last line was written.
    for (let turn = 0, until = Date.now() + LAST_MS; turn < 2 && Date.now() < until; ) {
      if (await this.seal(client, horizon)) turn += 1;
      else await pause(SOON_MS, never);
    }
    await this.attempt('handing over', () => handing.all(this.last));
  }

  /** Says once for each outage that something does not work; it goes on by itself. */
  private async attempt(what: 'sealing' | 'handing over', work: () => Promise<void>): Promise<void> {
    try {
      await work();
      if (what === 'handing over') this.interrupted.delete(what);
    } catch (error) {
      if (!this.interrupted.has(what)) this.options.logger.warn({ from: this.options.from, fault: faultOf(error), what }, 'record of access: interrupted, will go on');
      this.interrupted.add(what);
    }
  }
}
