import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Chance that repeats: the same seed gives the same authority on every machine. */
export class Random {
  private readonly generator: RandomGenerator;

  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number {
    return uniformInt(this.generator, least, most);
  }

  /** True with the given share of cases, in thousandths. */
  chance(thousandths: number): boolean {
    return this.int(1, 1000) <= thousandths;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.int(0, values.length - 1)] as T;
  }

  /** One of the values, each as often as its weight says. */
  weighted<T>(values: readonly (readonly [T, number])[]): T {
    let left = this.int(1, values.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [value, weight] of values) {
      left -= weight;
      if (left <= 0) return value;
    }
    throw new Error('No value has a weight.');
  }

  /** A UUID of version 4, from this chance. */
  uuid(): string {
    const word = () => this.int(0, 0xffffffff).toString(16).padStart(8, '0');
    const [a, b, c, d] = [word(), word(), word(), word()] as [string, string, string, string];
    const variant = (8 + this.int(0, 3)).toString(16);
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
  }
}
