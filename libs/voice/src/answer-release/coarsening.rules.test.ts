import fc from 'fast-check';
import { coarsened, type Kept } from './coarsening.rules';

const ATTRIBUTES = ['AGE_BAND', 'LANGUAGE', 'MODE'];
const sheet = (age: string | null, language: string, mode: string | null): Kept => ({ AGE_BAND: age, LANGUAGE: language, MODE: mode });
const times = (n: number, one: Kept): Kept[] => Array.from({ length: n }, () => one);
const classes = (sheets: readonly Kept[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const one of sheets) counts.set(JSON.stringify(one), (counts.get(JSON.stringify(one)) ?? 0) + 1);
  return counts;
};

test('what enough share is kept; what few have is given up from the end', () => {
  // Six young ones by link and three on paper, of whom three is too few: all nine lose how, or the three alone would stand out.
  const given = [...times(6, sheet('8_TO_11', 'en', 'LINK')), ...times(3, sheet('8_TO_11', 'en', 'PAPER')), ...times(4, sheet('8_TO_11', 'pl', 'PAPER'))];
  const kept = coarsened(given, ATTRIBUTES, 6);
  // Six keep all. Seven are left: by age and language three and four, too few; by age alone seven, enough.
  expect(classes(kept)).toEqual(new Map([[JSON.stringify(sheet('8_TO_11', 'en', 'LINK')), 6], [JSON.stringify({ AGE_BAND: '8_TO_11', LANGUAGE: null, MODE: null }), 7]]));
});

test('a few that are left over at the end take the smallest class with them', () => {
  // Seven and six make classes; two are left, and two are too few to be nothing at all: the six join them.
  const given = [...times(7, sheet('8_TO_11', 'en', 'LINK')), ...times(6, sheet('12_TO_15', 'en', 'LINK')), ...times(2, sheet('UNDER_8', 'pl', null))];
  expect([...classes(coarsened(given, ATTRIBUTES, 6)).values()].toSorted()).toEqual([7, 8]);
});

test('too few hide among nobody', () => {
  expect(() => coarsened(times(5, sheet(null, 'en', null)), ATTRIBUTES, 6)).toThrow(RangeError);
});

const anySheet = fc.tuple(fc.constantFrom('UNDER_8', '8_TO_11', null), fc.constantFrom('en', 'pl', 'ro'), fc.constantFrom('LINK', 'PAPER', null)).map(([age, language, mode]) => sheet(age, language, mode));

test('whatever comes, every class has enough, nothing is told that is not so, and the first attributes are held to longest', () => {
  fc.assert(
    fc.property(fc.array(anySheet, { minLength: 6, maxLength: 80 }), (given) => {
      const kept = coarsened(given, ATTRIBUTES, 6);
      for (const n of classes(kept).values()) expect(n).toBeGreaterThanOrEqual(6);
      kept.forEach((one, index) => {
        for (const attribute of ATTRIBUTES) expect([null, given[index]?.[attribute] ?? null]).toContain(one[attribute]);
        const withheld = ATTRIBUTES.findIndex((attribute) => one[attribute] !== (given[index]?.[attribute] ?? null));
        if (withheld >= 0) for (const attribute of ATTRIBUTES.slice(withheld)) expect(one[attribute]).toBeNull();
      });
    }),
  );
});
