import { randomInt } from 'node:crypto';

/** A new list in an order of which each is as likely as any other (Fisher and Yates), by the system's cryptographic source. */
export function shuffled<T>(items: readonly T[], below: (bound: number) => number = randomInt): T[] {
  const list = [...items];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [list[last], list[other]] = [list[other] as T, list[last] as T];
  }
  return list;
}
