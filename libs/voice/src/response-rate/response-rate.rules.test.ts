import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { type AnsweredClass, type AskedClass, FEWEST, isWholeOnly, rateCells } from './response-rate.rules';

const told = (ageBand: string | null, language: string | null = 'en', mode: string | null = 'LINK') => ({ ageBand, language, mode });
const given = (count: number, ageBand: string | null, language: string | null = 'en', mode: string | null = 'LINK'): AskedClass => ({ ...told(ageBand, language, mode), outcome: 'GIVEN', count });

test('an invitation falls in the narrowest class that answers came out in', () => {
  const answered = [{ ...told('8_TO_11'), answers: 12 }, { ...told('8_TO_11', null, null), answers: 10 }];
  const cells = rateCells(answered, [given(20, '8_TO_11'), given(9, '8_TO_11', 'pl'), given(8, '8_TO_11', 'en', 'PAPER')]);
  expect(cells?.map(({ at, answered: n, given: of }) => [at.age, at.language, n, of])).toEqual([
    ['8_TO_11', 'en', 12, 20],
    ['8_TO_11', 'NOT_TOLD', 10, 17],
    ['NOT_TOLD', 'NOT_TOLD', 0, 0],
  ]);
});

test('where all but a few answered the group is not told, and takes the smallest beside it', () => {
  const answered = [{ ...told('8_TO_11'), answers: 40 }, { ...told('12_TO_15'), answers: 12 }, { ...told('16_AND_OVER'), answers: 20 }];
  const cells = rateCells(answered, [given(50, '8_TO_11'), given(14, '12_TO_15'), given(30, '16_AND_OVER')]);
  // Two of fourteen did not answer: with the ten of thirty they are twelve of forty-four.
  expect(cells?.map(({ at, answered: n, given: of }) => [at.age, n, of])).toEqual([['8_TO_11', 40, 50], ['NOT_TOLD', 32, 44]]);
});

test('where everyone answered, or more than were asked, nothing is told at all', () => {
  expect(rateCells([{ ...told('8_TO_11'), answers: 12 }], [given(12, '8_TO_11')])).toBeNull();
  expect(rateCells([{ ...told('8_TO_11'), answers: 14 }], [given(12, '8_TO_11')])).toBeNull();
});

test('beside a remnant, or where words are kept that an invitation does not know, nothing is told by class', () => {
  expect(isWholeOnly([{ ...told('8_TO_11'), answers: 12 }, { ...told(null, null, null), answers: 14 }], ['AGE_BAND'])).toBe(true);
  expect(isWholeOnly([{ ...told(null, null, null), answers: 14 }], [])).toBe(false);
  expect(isWholeOnly([{ ...told('8_TO_11'), answers: 12 }], ['AGE_BAND', 'VARIANT'])).toBe(true);
  expect(isWholeOnly([{ ...told('8_TO_11'), answers: 12 }, { ...told('12_TO_15', null), answers: 14 }], ['AGE_BAND', 'LANGUAGE'])).toBe(false);
});

test('whatever comes, no cell says of anybody that they answered or that they did not, and nobody is lost', () => {
  const who = { ageBand: constantFrom('8_TO_11', '12_TO_15', null), language: constantFrom('en', 'pl', 'so', null), mode: constantFrom('LINK', 'PAPER', null) };
  const answers = array(record({ ...who, answers: integer({ min: 10, max: 30 }) }), { maxLength: 6 });
  const asked = array(record({ ...who, outcome: constantFrom('GIVEN', 'DECLINED', 'NOT_OFFERED'), count: integer({ min: 1, max: 40 }) }), { maxLength: 12 });
  assert(property(answers, asked, (answered: AnsweredClass[], invited: AskedClass[]) => {
    const cells = rateCells(answered, invited);
    if (!cells) return;
    for (const cell of cells) {
      const nobody = cell.answered === 0 && cell.given === 0;
      expect(nobody || (cell.answered >= FEWEST.answered && cell.given - cell.answered >= FEWEST.unanswered)).toBe(true);
    }
    expect(cells.reduce((sum, { answered: n }) => sum + n, 0)).toBe(answered.reduce((sum, { answers: n }) => sum + n, 0));
    expect(cells.reduce((sum, cell) => sum + cell.given + cell.declined + cell.notOffered, 0)).toBe(invited.reduce((sum, { count }) => sum + count, 0));
  }));
});
