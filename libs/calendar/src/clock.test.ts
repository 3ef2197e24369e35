import fc from 'fast-check';
import { clock } from './clock';
import type { ClockInput } from './clock';
import { STATUTORY_CLOCKS, ruleOn } from './clock-rules';
import { addDays, daysBetween } from './dates';
import { ENGLAND } from './holidays';
import { isWorkingDay } from './working-days';

/** Reads the clock of a rule; the rule is the one in force on the day it started. */
function read(code: string, startedOn: string, asOf: string, more: Partial<ClockInput> = {}) {
  return clock({ rule: ruleOn(STATUTORY_CLOCKS, code, startedOn)!, startedOn, asOf, holidays: ENGLAND, ...more });
}

// Each due day is counted by hand on the calendar.
test.each([
  // 29 March (1), 3 to 6 April (5), 9 to 13 April (10).
  ['Easter 2018', 'complaint.stage-1', '2018-03-28', '2018-04-13', ['Good Friday', 'Easter Monday']],
  // 21 (1), 24 (2), 27, 28 (4), 31 December (5), 2 to 4 (8), 7, 8 January (10).
  ['Christmas 2018', 'complaint.stage-1', '2018-12-20', '2019-01-08', ['Christmas Day', 'Boxing Day', 'New Year’s Day']],
  // 24 (1), 29, 30, 31 December (4), 4 January (5): Boxing Day was a Saturday.
  ['Christmas 2020 and a substitute day', 'incident.notify-panel', '2020-12-23', '2021-01-04', ['Christmas Day', 'Boxing Day (substitute day)', 'New Year’s Day']],
  // 1 June (1), 6 to 10 June (6), 13 to 16 June (10).
  ['the jubilee of 2022', 'protection.core-group', '2022-05-31', '2022-06-16', ['Spring bank holiday', 'Platinum Jubilee bank holiday']],
  // 16 (1), 20 to 23 (5), 26 to 30 September (10), 3 to 7 October (15).
  ['the state funeral of 2022', 'protection.initial-conference', '2022-09-15', '2022-10-07', ['State funeral of Queen Elizabeth II']],
  // 5 (1), 9 to 12 (5), 15 to 19 (10), 22 to 26 May (15), 30, 31 May, 1, 2 June (19), 5 June (20).
  ['the coronation of 2023', 'looked-after.first-review', '2023-05-04', '2023-06-05', ['Coronation of King Charles III', 'Spring bank holiday']],
  // A Saturday: Monday is day 1.
  ['a start on a weekend', 'complaint.stage-3-report', '2018-06-02', '2018-06-08', []],
  // The year end on weekdays: 28, 31 December (2), 2, 3, 4 January (5).
  ['a year end', 'complaint.stage-3-report', '2018-12-27', '2019-01-04', ['New Year’s Day']],
  // Months and weeks pass over nothing, and may end on a Sunday.
  ['three months to the end of February', 'protection.first-review', '2018-11-30', '2019-02-28', []],
  ['three months to the leap day', 'looked-after.second-review', '2019-11-30', '2020-02-29', []],
  ['six months from the leap day', 'looked-after.later-review', '2020-02-29', '2020-08-29', []],
  ['six months from the end of August', 'protection.later-review', '2018-08-31', '2019-02-28', []],
  ['six weeks over Easter', 'looked-after.visit', '2018-03-11', '2018-04-22', []],
  ['a week over Christmas', 'looked-after.first-visit', '2018-12-21', '2018-12-28', []],
])('%s', (_name, code, startedOn, due, skipped) => {
  const reading = read(code, startedOn, due);
  expect([reading.due, reading.state, reading.day === reading.of, reading.late]).toEqual([due, 'DUE_TODAY', true, false]);
  expect(reading.skipped.map(({ name }) => name)).toEqual(skipped);
});

describe('a clock explains itself', () => {
  test('while it runs', () => {
    const reading = read('complaint.stage-1', '2018-03-28', '2018-04-11');
    expect(reading).toMatchObject({ day: 8, of: 10, counts: 'WORKING_DAYS', due: '2018-04-13', state: 'RUNNING', late: false });
    expect(reading.says).toBe('Day 8 of 10 working days: due on 13 April 2018, 2 working days left. Not counted: Good Friday (30 March 2018) and Easter Monday (2 April 2018).');
  });

  test('on the day it starts, and over a weekend', () => {
    expect(read('complaint.stage-1', '2018-06-01', '2018-06-01').day).toBe(0);
    expect(read('complaint.stage-1', '2018-06-01', '2018-06-03').says).toBe('Day 0 of 10 working days: due on 15 June 2018, 10 working days left.');
  });

  test('on the last day', () => {
    expect(read('looked-after.first-visit', '2018-06-01', '2018-06-08').says).toBe('Day 7 of 7 days: due today, 8 June 2018.');
  });

  test('when time has passed', () => {
    expect(read('complaint.stage-3-report', '2018-06-01', '2018-06-09').says).toBe('Day 5 of 5 working days: was due on 8 June 2018, no working day since.');
    expect(read('complaint.stage-3-report', '2018-06-01', '2018-06-11').says).toBe('Day 6 of 5 working days: was due on 8 June 2018, 1 working day ago.');
    expect(read('complaint.stage-3-report', '2018-06-01', '2018-06-11')).toMatchObject({ state: 'OVERDUE', late: true });
  });

  test('with the holidays that went by after the last day in time', () => {
    const { day, skipped } = read('complaint.stage-3-report', '2018-03-22', '2018-04-03');
    expect(day).toBe(6);
    expect(skipped.map(({ date }) => date)).toEqual(['2018-03-30', '2018-04-02']);
  });

  test('when it stopped in time, stopped late, and when it had not yet stopped', () => {
    const stopped = (stoppedOn: string, asOf = '2018-12-01') => read('complaint.stage-1', '2018-06-04', asOf, { stoppedOn });
    expect(stopped('2018-06-18')).toMatchObject({ state: 'STOPPED', day: 10, late: false, says: 'Stopped on 18 June 2018, day 10 of 10 working days, in time: due on 18 June 2018.' });
    expect(stopped('2018-06-20')).toMatchObject({ state: 'STOPPED', day: 12, late: true, says: 'Stopped on 20 June 2018, day 12 of 10 working days, late: was due on 18 June 2018.' });
    expect(stopped('2018-06-20', '2018-06-19')).toMatchObject({ state: 'OVERDUE', day: 11 });
  });

  test('with more time, from the day that it was agreed', () => {
    const extended = (asOf: string, agreedOn = '2018-06-12') => read('complaint.stage-1', '2018-06-04', asOf, { extension: { to: 20, agreedOn } });
    expect(extended('2018-06-11')).toMatchObject({ of: 10, due: '2018-06-18', extension: null });
    expect(extended('2018-06-12')).toMatchObject({ day: 6, of: 20, due: '2018-07-02', says: 'Day 6 of 20 working days: due on 2 July 2018, 14 working days left. Extended from 10 to 20 working days on 12 June 2018.' });
    expect(extended('2018-06-20', '2018-06-19').says).toContain('Extended from 10 to 20 working days on 19 June 2018, when the first limit had passed.');
  });

  test('as stage 2 does, at most 65 working days', () => {
    // 65 working days are thirteen weeks, and a day for the August holiday.
    expect(read('complaint.stage-2', '2018-06-04', '2018-06-04', { extension: { to: 65, agreedOn: '2018-06-04' } }).due).toBe('2018-09-04');
  });
});

test('a clock keeps the rule it started under, when that is no longer in force', () => {
  expect(read('serious-case-review.decide', '2018-06-28', '2018-07-30')).toMatchObject({ due: '2018-07-28', state: 'OVERDUE' });
});

test.each<[string, string, Partial<ClockInput>]>([
  ['read before it started', 'complaint.stage-1', { asOf: '2018-06-03' }],
  ['stopped before it started', 'complaint.stage-1', { stoppedOn: '2018-06-03' }],
  ['extended further than the rule allows', 'complaint.stage-1', { extension: { to: 21, agreedOn: '2018-06-05' } }],
  ['extended to less than the limit', 'complaint.stage-1', { extension: { to: 10, agreedOn: '2018-06-05' } }],
  ['extended by part of a day', 'complaint.stage-1', { extension: { to: 12.5, agreedOn: '2018-06-05' } }],
  ['extended before it started', 'complaint.stage-1', { extension: { to: 20, agreedOn: '2018-06-03' } }],
  ['extended when it had stopped', 'complaint.stage-1', { extension: { to: 20, agreedOn: '2018-06-06' }, stoppedOn: '2018-06-05' }],
  ['extended where the rule knows of none', 'complaint.stage-3-panel', { extension: { to: 31, agreedOn: '2018-06-05' } }],
  ['started under a rule that was not yet in force', 'complaint.stage-1', { startedOn: '2006-08-31' }],
  ['started on a day that does not exist', 'complaint.stage-1', { startedOn: '2018-02-30' }],
  ['run into years whose holidays are not known', 'complaint.stage-1', { startedOn: '2028-12-20', asOf: '2028-12-20' }],
])('a clock %s is refused', (_name, code, more) => {
  expect(() => clock({ rule: ruleOn(STATUTORY_CLOCKS, code, '2018-06-04')!, startedOn: '2018-06-04', asOf: '2018-06-08', holidays: ENGLAND, ...more })).toThrow(RangeError);
});

const anyDate = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays('2012-06-01', days));
const anyRule = fc.constantFrom(...STATUTORY_CLOCKS.map((rule) => ({ ...rule, validFrom: null, validTo: null })));

test('the day counts what a walk from day to day counts, and the last one is the day due', () => {
  fc.assert(
    fc.property(anyRule, anyDate, fc.integer({ min: 0, max: 250 }), (rule, startedOn, later) => {
      const asOf = addDays(startedOn, later);
      const { day, of, counts, due, state } = clock({ rule, startedOn, asOf, holidays: ENGLAND });
      const counted = (to: string) => Array.from({ length: daysBetween(startedOn, to) }, (_, index) => addDays(startedOn, index + 1)).filter((one) => counts === 'DAYS' || isWorkingDay(one, ENGLAND)).length;
      expect([day, of]).toEqual([counted(asOf), counted(due)]);
      expect(state).toBe(asOf < due ? 'RUNNING' : asOf === due ? 'DUE_TODAY' : 'OVERDUE');
      if (rule.limit.unit === 'WORKING_DAY') expect([of, isWorkingDay(due, ENGLAND)]).toEqual([rule.limit.count, true]);
    }),
  );
});

test('a clock that stopped says the same ever after', () => {
  fc.assert(
    fc.property(anyRule, anyDate, fc.nat(120), fc.nat(120), (rule, startedOn, until, after) => {
      const stoppedOn = addDays(startedOn, until);
      const at = clock({ rule, startedOn, asOf: stoppedOn, holidays: ENGLAND, stoppedOn });
      expect(clock({ rule, startedOn, asOf: addDays(stoppedOn, after), holidays: ENGLAND, stoppedOn })).toEqual(at);
      expect(at.late).toBe(stoppedOn > at.due);
    }),
  );
});
