/** After so many failures in a row nothing is sent for a while; then one request tries. */
export interface BreakerOptions {
  failures: number;
  restMs: number;
  clock: () => number;
}

type State = { kind: 'closed'; failures: number } | { kind: 'open'; until: number } | { kind: 'trying' };

/** Keeps a subgraph that is down from being asked over and over, and its callers from waiting for it. */
export class CircuitBreaker {
  private state: State = { kind: 'closed', failures: 0 };

  constructor(private readonly options: BreakerOptions = { failures: 5, restMs: 400, clock: Date.now }) {}

  /** Whether a request may be sent now. The one that tries again must end in `succeeded` or `failed`. */
  admits(): boolean {
    if (this.state.kind === 'closed') return true;
    if (this.state.kind === 'trying' || this.options.clock() < this.state.until) return false;
    this.state = { kind: 'trying' };
    return true;
  }

  succeeded(): void {
    this.state = { kind: 'closed', failures: 0 };
  }

  failed(): void {
    const failures = this.state.kind === 'closed' ? this.state.failures + 1 : this.options.failures;
    this.state = failures >= this.options.failures ? { kind: 'open', until: this.options.clock() + this.options.restMs } : { kind: 'closed', failures };
  }
}
