import { ChildRegister, type ChildObservation } from './children';
import { Ledger } from './ledger';

function says(list: string, parts: Partial<ChildObservation>): ChildObservation {
  return { reference: 'A1', birth: null, gender: null, ethnicity: null, disabled: null, rank: 1, decisive: false, source: { list, row: 2 }, ...parts };
}

function settle(...observations: ChildObservation[]) {
  const register = new ChildRegister();
  const ledger = new Ledger();
  observations.forEach((observation) => register.observe(observation));
  return { child: register.settle(null, ledger).get('A1')?.row, notes: ledger.notes };
}

const born = (date: string, expected = false) => ({ date, expected });

describe('one child over many rows', () => {
  test('most rows win, and each other row is noted without its value', () => {
    const { child, notes } = settle(
      says('List 8', { birth: born('2010-01-01'), rank: 10 }),
      says('List 1', { birth: born('2011-02-02') }),
      says('List 2', { birth: born('2011-02-02') }),
    );
    expect(child).toMatchObject({ birthYear: 2011, birthMonth: 2 });
    expect(notes).toEqual([
      {
        list: 'List 8',
        row: 2,
        column: 'Date of birth',
        severity: 'DOUBTED',
        reason: 'differs from other rows about this child; the one of List 1, row 2, is kept',
      },
    ]);
  });

  test('on a tie the list closer to a court or a plan wins', () => {
    const { child } = settle(says('List 1', { birth: born('2011-02-02') }), says('List 8', { birth: born('2010-01-01'), rank: 10 }));
    expect(child).toMatchObject({ birthYear: 2010, birthMonth: 1 });
  });

  test('a list that alone is believed wins against many', () => {
    const { child } = settle(
      says('reviews', { birth: born('2011-02-02') }),
      says('reviews', { birth: born('2011-02-02') }),
      says('header', { birth: born('2010-01-01'), decisive: true }),
    );
    expect(child).toMatchObject({ birthYear: 2010, birthMonth: 1 });
  });

  test('not knowing gives way without a note, and so does an expected birth to a birth', () => {
    const { child, notes } = settle(
      says('List 1', { gender: 'U', ethnicity: 'NOBT', birth: born('2021-05-01', true) }),
      says('List 2', { gender: 'U', ethnicity: 'NOBT', birth: born('2021-04-28') }),
      says('List 7', { gender: 'F', ethnicity: 'WBRI', disabled: false }),
    );
    expect(child).toMatchObject({ gender: 'F', ethnicity: 'WBRI', disabled: false, birthYear: 2021, birthMonth: 4, expectedBirthMonth: null });
    expect(notes).toEqual([]);
  });
});
