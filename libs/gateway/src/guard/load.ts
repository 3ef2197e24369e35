export interface LoadSettings {
  /** So many requests are worked on at once. */
  mostInFlight: number;
  /** How late the process may be with what it has to do, in milliseconds. */
  longestLagMs: number;
}

const LOOK_EVERY_MS = 100;

/** How much this process has in hand, and whether it should take on more. */
export class Load {
  inFlight = 0;
  /** How late timers are, in milliseconds: the worst of late, forgotten by halves. */
  lagMs = 0;
  private timer: NodeJS.Timeout | undefined;
  private due = 0;

  constructor(private readonly settings: LoadSettings) {}

  /** From now on lateness counts: what kept the process busy before it listened does not. */
  start(): void {
    this.due = performance.now() + LOOK_EVERY_MS;
    this.timer = setInterval(() => this.look(performance.now()), LOOK_EVERY_MS).unref();
  }

  full(): boolean {
    return this.inFlight >= this.settings.mostInFlight || this.lagMs > this.settings.longestLagMs;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(now: number): void {
    this.lagMs = Math.max(now - this.due, this.lagMs / 2);
    this.due = now + LOOK_EVERY_MS;
  }
}
