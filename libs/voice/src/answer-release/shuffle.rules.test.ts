import { shuffled } from './shuffle.rules';

test('nothing is lost or added, and the list that came in stays', () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  expect(shuffled(items).toSorted((one, other) => one - other)).toEqual(items);
  expect(items[7]).toBe(7);
});

test('every draw is among those that are left, so that each order has one way to come about', () => {
  const bounds: number[] = [];
  shuffled(['a', 'b', 'c', 'd'], (bound) => (bounds.push(bound), 0));
  // 4 · 3 · 2 draws: as many as there are orders of four.
  expect(bounds).toEqual([4, 3, 2]);
});

test('all six orders of three come, about equally often', () => {
  const counts = new Map<string, number>();
  for (let turn = 0; turn < 6_000; turn += 1) {
    const order = shuffled(['a', 'b', 'c']).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  // 1,000 each, with a deviation of √(6000 · 1/6 · 5/6) = 28.9: 200 off is seven deviations, less than once in 10^10.
  expect(counts.size).toBe(6);
  for (const n of counts.values()) expect(Math.abs(n - 1_000)).toBeLessThan(200);
});
