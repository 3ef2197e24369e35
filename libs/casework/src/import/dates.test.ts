import fc from 'fast-check';
import { CellError } from './cells';
import { daysBetween, readDate } from './dates';

describe('a date in a cell', () => {
  test.each([
    ['16/09/2020'],
    ['16/9/2020'],
    ['16-09-2020'],
    ['16.09.2020'],
    ['16 09 2020'],
    ['2020-09-16'],
    ['2020/09/16'],
    ['2020-09-16T00:00:00Z'],
    ['2020-09-16 13:45:10'],
    ['16/09/2020 00:00'],
    ['16/09/2020 11:05:00 PM'],
    ['20200916'],
    ['16 September 2020'],
    ['16th Sept 2020'],
    ['16-Sep-2020'],
    ['Wednesday 16 September 2020'],
  ])('written %s is 16 September 2020', (text) => {
    expect(readDate(text)).toEqual({ date: '2020-09-16', assumed: null });
  });

  test('a real date keeps its day whatever its time', () => {
    expect(readDate(new Date('2020-09-16T23:59:59.999Z'))).toEqual({ date: '2020-09-16', assumed: null });
  });

  test('an Excel day number is read, as a number or as text, from 1900 or from 1904', () => {
    expect(readDate(44_090)).toEqual({ date: '2020-09-16', assumed: 'SERIAL' });
    expect(readDate('44090')).toEqual({ date: '2020-09-16', assumed: 'SERIAL' });
    expect(readDate(44_090.75)).toEqual({ date: '2020-09-16', assumed: 'SERIAL' });
    expect(readDate(42_628, true)).toEqual({ date: '2020-09-16', assumed: 'SERIAL' });
  });

  test('a year of two digits is read as Excel does, and says so', () => {
    expect(readDate('16/09/29')).toEqual({ date: '2029-09-16', assumed: 'CENTURY' });
    expect(readDate('16/09/30')).toEqual({ date: '1930-09-16', assumed: 'CENTURY' });
    expect(readDate('16-Sep-20')).toEqual({ date: '2020-09-16', assumed: 'CENTURY' });
  });

  test.each(['31/02/2021', '29/02/2021', '00/01/2020', '09/16/2020', '32 January 2020'])('%s is no day', (text) => {
    expect(readDate(text)).toEqual({ fault: 'IMPOSSIBLE' });
  });

  test('29 February counts in a leap year only', () => {
    expect(readDate('29/02/2020')).toEqual({ date: '2020-02-29', assumed: null });
    expect(readDate('29/02/1900')).toEqual({ fault: 'IMPOSSIBLE' });
  });

  test.each(['16/09/3020', '16/09/1820'])('%s is out of range', (text) => {
    expect(readDate(text)).toEqual({ fault: 'OUT_OF_RANGE' });
  });

  test.each(['soon', 'Q3 2020', '16/09', '1/2/3/4', '16 Septober 2020', '123'])('%s cannot be read', (text) => {
    expect(readDate(text)).toEqual({ fault: 'UNREADABLE' });
  });

  test('an empty cell has no date; a count, a yes, an error and a broken date are none', () => {
    expect(readDate(null)).toBeNull();
    expect(readDate(3)).toEqual({ fault: 'UNREADABLE' });
    expect(readDate(true)).toEqual({ fault: 'UNREADABLE' });
    expect(readDate(new CellError('#N/A'))).toEqual({ fault: 'CELL_ERROR' });
    expect(readDate(new Date(Number.NaN))).toEqual({ fault: 'IMPOSSIBLE' });
  });

  test('every day from 1930 to 2099 survives each way of writing it', () => {
    const day = fc.integer({ min: Date.UTC(1930, 0, 1) / 86_400_000, max: Date.UTC(2099, 11, 31) / 86_400_000 });
    fc.assert(
      fc.property(day, (number) => {
        const date = new Date(number * 86_400_000);
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-');
        const spoken = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
        const forms = [date, number + 25_569, iso, `${dayOfMonth}/${month}/${year}`, spoken];
        for (const form of forms) expect(readDate(form)).toMatchObject({ date: iso });
      }),
    );
  });

  test('no text breaks the reader', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/-. :TZjanfebOct') }), (text) => {
        const reading = readDate(text);
        expect(reading !== null && 'date' in reading ? reading.date : 'fault').toMatch(/^(fault|\d{4}-\d\d-\d\d)$/);
      }),
    );
  });
});

test('days between two dates', () => {
  expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
  expect(daysBetween('2021-03-01', '2021-02-28')).toBe(-1);
});
