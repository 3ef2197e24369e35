/** What one round of one contestant came to. */
export interface Round {
  count: number;
  nodeUs: number;
  databaseUs: number;
  ms: number;
  latenciesMs: number[];
}

/** One contestant at one operation: processor time per operation in µs, rate per second, times in ms. */
export interface Figures {
  operations: number;
  nodeUs: number;
  databaseUs: number;
  cpuUs: number;
  rate: number;
  p50Ms: number;
  p99Ms: number;
}

/** Medians over the rounds; times over all operations of all rounds. */
export function figuresOf(rounds: readonly Round[]): Figures {
  const latencies = rounds.flatMap((round) => round.latenciesMs).sort((a, b) => a - b);
  const per = (take: (round: Round) => number): number => median(rounds.map((round) => take(round) / round.count));
  return {
    operations: rounds.reduce((sum, round) => sum + round.count, 0),
    nodeUs: Math.round(per((round) => round.nodeUs)),
    databaseUs: Math.round(per((round) => round.databaseUs)),
    cpuUs: Math.round(per((round) => round.nodeUs + round.databaseUs)),
    rate: Math.round(median(rounds.map((round) => (round.count * 1000) / round.ms))),
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? (sorted[Math.floor(middle)] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

function quantile(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN) * 100) / 100;
}
