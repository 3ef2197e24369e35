/** Numbers from 0 up to 1 that look like chance and are the same for a seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `least` to `most`. */
export function wholeFrom(random: () => number, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** One of a list, by weights that fall off: the first is likeliest. */
export function skewed<T>(random: () => number, list: readonly T[], fall: number): T {
  let at = 0;
  while (at < list.length - 1 && random() > fall) at += 1;
  return list[at] as T;
}
