/** How sure an interval is meant to be. */
export type Confidence = 0.9 | 0.95 | 0.99;

/** Both ends belong to it. */
export interface Interval {
  lower: number;
  upper: number;
}

const QUANTILES: Record<Confidence, number> = { 0.9: 1.6448536269514722, 0.95: 1.959963984540054, 0.99: 2.5758293035489004 };

/** The two-sided quantile of the normal distribution: 1.96 for 0.95. */
export function normalQuantile(confidence: Confidence): number {
  return QUANTILES[confidence];
}
