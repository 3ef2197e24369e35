import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** What a sample says of how it was drawn. A change of the generator or of the draw is another name. */
export const GENERATOR = 'xoroshiro128plus/1';

const WARM_UP = 64;
const WORDS = 2 ** 32;

/**
 * Whole numbers drawn from a seed, the same on every machine: xoroshiro128+ (rotations 24, 16 and 37). Of its two words of 64
 * bits the first begins as 32 ones and the seed's complement, the second as the seed and 32 zeros. Taken is the low half of
 * each sum; the first 64 are left out.
 */
export class Draws {
  private readonly generator;

  /** `seed` is a whole number from 0 to 2,147,483,647. */
  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
    for (let left = WARM_UP; left > 0; left -= 1) this.generator.next();
  }

  /** A number from 0 to `n` - 1, each as likely: words that would favour the low ones are passed over. `n` is from 1 to 2^32. */
  below(n: number): number {
    const limit = WORDS - (WORDS % n);
    for (;;) {
      const word = this.generator.next() >>> 0;
      if (word < limit) return word % n;
    }
  }
}
