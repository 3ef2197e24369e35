import { normalQuantile } from '../confidence';
import type { Confidence, Interval } from '../confidence';

/** A share with what it was made from. Rounding is for display. */
export interface Rate {
  numerator: number;
  denominator: number;
  /** From 0 to 1; null where there was nothing to count. */
  share: number | null;
  /** Wilson's interval; null where there was nothing to count. */
  interval: Interval | null;
}

export interface RateOptions {
  /** 0.95 unless told. */
  confidence?: Confidence;
  /** With the correction for continuity the interval is wider and never covers too little. Off unless told. */
  continuity?: boolean;
}

/** A share with its interval. Throws a RangeError where the two are not whole numbers with the part no greater than the whole. */
export function rate(numerator: number, denominator: number, options: RateOptions = {}): Rate {
  const whole = Number.isInteger(numerator) && Number.isInteger(denominator) && numerator >= 0 && numerator <= denominator;
  if (!whole) throw new RangeError('A rate is a whole part of a whole number.');
  if (denominator === 0) return { numerator, denominator, share: null, interval: null };
  return { numerator, denominator, share: numerator / denominator, interval: wilson(numerator, denominator, options) };
}

/** Wilson 1927; with continuity, Newcombe, Statistics in Medicine 1998;17:857-872, method 4. */
function wilson(part: number, whole: number, { confidence = 0.95, continuity = false }: RateOptions): Interval {
  const z = normalQuantile(confidence);
  const upper = (count: number) => (continuity ? correctedUpper(count, whole, z) : scoreUpper(count, whole, z));
  // The share of the others, turned round, is the lower end: so none and all come out exact.
  return { lower: part === 0 ? 0 : 1 - upper(whole - part), upper: part === whole ? 1 : upper(part) };
}

function scoreUpper(part: number, whole: number, z: number): number {
  const rest = (part * (whole - part)) / whole;
  return (2 * part + z * z + z * Math.sqrt(z * z + 4 * rest)) / (2 * (whole + z * z));
}

function correctedUpper(part: number, whole: number, z: number): number {
  const share = part / whole;
  const root = Math.sqrt(z * z + 2 - 1 / whole + 4 * share * (whole - part - 1));
  return Math.min(1, (2 * part + z * z + 1 + z * root) / (2 * (whole + z * z)));
}
