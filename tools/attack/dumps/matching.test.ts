import { byOrder, byValue, mostByChance } from './matching';
import { compared } from './orders';

const order = (name: string, people: number[]) => ({ name, people });

test('orders are laid beside each other within a class, forwards and backwards', () => {
  const classes = ['a', 'a', 'a', 'b', 'b'];
  // Class a: 0 1 2 beside 0 2 1: one stands beside itself; backwards 0 1 2 beside 1 2 0: none. Class b: 3 4 beside 4 3: none; backwards both.
  const tries = byOrder(order('given', [0, 3, 1, 4, 2]), order('released', [4, 0, 2, 3, 1]), classes);
  expect(tries.map(({ right }) => right)).toEqual([1, 2]);
});

test('a value that two share tells who is who, and one that all share tells nothing much', () => {
  const row = (person: number, at: string, all = 'x') => ({ person, row: { table: 't', columns: { at, all } } });
  const [people, answers] = [[row(0, '9:01'), row(1, '9:02'), row(2, '9:03')], [row(2, '9:03'), row(0, '9:01'), row(1, '9:02')]];
  const classes = ['a', 'a', 'a'];
  expect(byValue(people, answers, ['at', 'at'], classes).right).toBe(3);
  // By what all have, the first is taken for 0, the second for 1, the third for 2: none is right.
  expect(byValue(people, answers, ['all', 'all'], classes).right).toBe(0);
});

test('what chance gives is worked out by hand', () => {
  // One try, one class: 1/9! = 2.8e-6 is more than one in a million, 1/10! = 2.8e-7 is less: ten are too many, nine can be.
  expect(mostByChance(1, 1, 1e-6)).toBe(9);
  // A thousand tries, two classes: 1000 · 2^17/17! = 3.7e-7; 2^16/16! · 1000 = 3.1e-6. Seventeen are too many.
  expect(mostByChance(1_000, 2, 1e-6)).toBe(16);
});

test('places on the disk are put in the order of the disk', () => {
  expect(['(10,1)', '(2,11)', '(2,9)'].toSorted(compared)).toEqual(['(2,9)', '(2,11)', '(10,1)']);
  expect(['10', '9', 'b', 'a'].toSorted(compared).slice(0, 2)).toEqual(['9', '10']);
});
