export interface LoadSettings {
  /** So many requests are in hand at once: at work, waiting for their turn, and waiting for a part that is slow. */
  mostInFlight: number;
  /** How late the process may be with what it has to do, in milliseconds. */
  longestLagMs: number;
  /** So many are worked on at once; more would only make each slower. 32 when left out. */
  mostAtWork?: number;
  /** How long a request waits for its turn before it is refused, in milliseconds; 1,000 when left out. */
  longestWaitMs?: number;
  /** Milliseconds. */
  clock?: () => number;
}

/** A request that is worked on; whoever has one calls `leave` once. */
export interface Pass {
  leave(): void;
}

interface Turn {
  since: number;
  settle(pass: Pass | null): void;
}

const LOOK_EVERY_MS = 50;
const MOST_AT_WORK = 32;
const LONGEST_WAIT_MS = 1_000;
/** Who takes longer waits for something else than this process, and holds nobody up. */
const SLOW_MS = 500;

/**
 * How much this process has in hand, and whether it takes on more. What would be answered too late to be of use is
 * refused at once or after a short wait, so that what is taken on is answered soon.
 */
export class Load {
  inFlight = 0;
  private worstLagMs = 0;
  private timer: NodeJS.Timeout | undefined;
  private due = Infinity;
  private readonly working = new Map<Pass, number>();
  private readonly waiting: Turn[] = [];
  private readonly clock: () => number;
  private readonly mostAtWork: number;

  constructor(private readonly settings: LoadSettings) {
    this.clock = settings.clock ?? (() => performance.now());
    this.mostAtWork = settings.mostAtWork ?? MOST_AT_WORK;
  }

  /** How late the process is, in milliseconds: just now, or the worst of late, forgotten by halves. */
  get lagMs(): number {
    return Math.max(this.worstLagMs, this.clock() - this.due);
  }

  /** From now on lateness counts: what kept the process busy before it listened does not. */
  start(): void {
    this.due = this.clock() + LOOK_EVERY_MS;
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  full(): boolean {
    return this.inFlight >= this.settings.mostInFlight || this.lagMs > this.settings.longestLagMs;
  }

  /** A pass once it is this request's turn, first come first served; null when there is too much, or its turn does not come in time. */
  enter(): Promise<Pass | null> {
    if (this.full()) return Promise.resolve(null);
    this.inFlight += 1;
    if (this.working.size < this.mostAtWork) return Promise.resolve(this.pass());
    return new Promise((settle) => this.waiting.push({ since: this.clock(), settle }));
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Looks after what waits; called by itself once it is started. */
  look(): void {
    const now = this.clock();
    this.worstLagMs = Math.max(now - this.due, this.worstLagMs / 2);
    this.due = now + LOOK_EVERY_MS;
    for (const [pass, since] of this.working) if (now - since > SLOW_MS) this.working.delete(pass);
    this.next();
  }

  private pass(): Pass {
    const pass = { leave: () => this.left(pass) };
    this.working.set(pass, this.clock());
    return pass;
  }

  private left(pass: Pass): void {
    this.inFlight -= 1;
    if (this.working.delete(pass)) this.next();
  }

  private next(): void {
    const oldest = this.clock() - (this.settings.longestWaitMs ?? LONGEST_WAIT_MS);
    for (let turn = this.waiting[0]; turn; turn = this.waiting[0]) {
      const late = turn.since < oldest;
      if (!late && this.working.size >= this.mostAtWork) return;
      this.waiting.shift();
      if (late) this.inFlight -= 1;
      turn.settle(late ? null : this.pass());
    }
  }
}
