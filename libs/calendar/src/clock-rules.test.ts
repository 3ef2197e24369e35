import { STATUTORY_CLOCKS, ruleOn } from './clock-rules';
import { isRealDate } from './dates';

const limits = STATUTORY_CLOCKS.map(({ code, limit: { count, unit }, extension }) => [code, `${count} ${unit}`, extension?.atMost ?? null]);

test('the limits are those of the law and guidance', () => {
  expect(limits).toEqual([
    ['complaint.to-complain', '12 MONTH', null],
    ['complaint.stage-1', '10 WORKING_DAY', 20],
    ['complaint.ask-for-stage-2', '20 WORKING_DAY', null],
    ['complaint.stage-2', '25 WORKING_DAY', 65],
    ['complaint.stage-3-panel', '30 WORKING_DAY', null],
    ['complaint.stage-3-report', '5 WORKING_DAY', null],
    ['complaint.stage-3-answer', '15 WORKING_DAY', null],
    ['assessment', '45 WORKING_DAY', null],
    ['protection.initial-conference', '15 WORKING_DAY', null],
    ['protection.core-group', '10 WORKING_DAY', null],
    ['protection.first-review', '3 MONTH', null],
    ['protection.later-review', '6 MONTH', null],
    ['protection.visit', '10 WORKING_DAY', null],
    ['looked-after.first-review', '20 WORKING_DAY', null],
    ['looked-after.second-review', '3 MONTH', null],
    ['looked-after.later-review', '6 MONTH', null],
    ['looked-after.first-visit', '1 WEEK', null],
    ['looked-after.visit', '6 WEEK', null],
    ['looked-after.visit-lasting', '3 MONTH', null],
    ['review.dispute', '20 WORKING_DAY', null],
    ['serious-case-review.decide', '1 MONTH', null],
    ['serious-case-review.complete', '6 MONTH', null],
    ['incident.notify-panel', '5 WORKING_DAY', null],
    ['incident.rapid-review', '15 WORKING_DAY', null],
    ['incident.publish-review', '6 MONTH', null],
  ]);
});

test('each names its source, has days that exist, and says which was not checked and which is a setting', () => {
  for (const { source, validFrom, validTo, title, startsWith } of STATUTORY_CLOCKS) {
    expect([source, title, startsWith].every((text) => text.length > 0)).toBe(true);
    expect([validFrom, validTo].every((day) => day === null || isRealDate(day))).toBe(true);
  }
  expect(STATUTORY_CLOCKS.filter(({ checked }) => !checked).map(({ code }) => code)).toEqual(['complaint.to-complain', 'assessment']);
  expect(STATUTORY_CLOCKS.filter(({ setting }) => setting).map(({ code }) => code)).toEqual(['complaint.ask-for-stage-2', 'protection.visit']);
});

test('the edition of the day decides: serious case reviews until June 2018, the national panel since', () => {
  const inForce = (date: string) => ['serious-case-review.decide', 'incident.notify-panel'].map((code) => ruleOn(STATUTORY_CLOCKS, code, date)?.code ?? null);
  expect(inForce('2018-06-28')).toEqual(['serious-case-review.decide', null]);
  expect(inForce('2018-06-29')).toEqual([null, 'incident.notify-panel']);
  expect(inForce('2015-03-25')).toEqual([null, null]);
});

test('a rule that changes keeps its name, and two at once are refused', () => {
  const [rule] = STATUTORY_CLOCKS.filter(({ code }) => code === 'protection.visit');
  const until = { ...rule!, validTo: '2020-01-01' };
  const since = { ...rule!, limit: { count: 15, unit: 'WORKING_DAY' as const }, validFrom: '2020-01-01' };
  expect(['2019-12-31', '2020-01-01'].map((day) => ruleOn([until, since], 'protection.visit', day)?.limit.count)).toEqual([10, 15]);
  expect(() => ruleOn([rule!, since], 'protection.visit', '2020-01-01')).toThrow(RangeError);
});

test('each of the product is alone in force on any day', () => {
  const days = STATUTORY_CLOCKS.flatMap(({ validFrom, validTo }) => [validFrom, validTo]).filter((day) => day !== null);
  for (const { code } of STATUTORY_CLOCKS) for (const day of days) expect(() => ruleOn(STATUTORY_CLOCKS, code, day)).not.toThrow();
});
