import { ENGLAND } from '@qaf/calendar';
import fc from 'fast-check';
import { dueAfterInadequate, dueDateFault, overdueWorkingDays } from './action.rules';

const action = (more: object = {}) => ({ openedOn: '2019-04-01', dueOn: '2019-04-17', doneOn: null, cancelledOn: null, ...more });

describe('When an action is due', () => {
  it('is twenty working days after an inadequate grade, over Easter and the bank holidays of May', () => {
    // From Wednesday 10 April 2019: Good Friday 19 April, Easter Monday 22 April and 6 May do not count.
    expect(dueAfterInadequate('2019-04-10', ENGLAND)).toBe('2019-05-13');
  });

  it('is four weeks on where nobody knows the holidays yet', () => {
    expect(dueAfterInadequate('2028-12-20', ENGLAND)).toBe('2029-01-17');
  });

  it('lies between today and two years on', () => {
    expect(dueDateFault('2019-06-12', '2019-06-12')).toBeNull();
    expect(dueDateFault('2019-06-11', '2019-06-12')).toBe('An action cannot be due before today.');
    expect(dueDateFault('2021-06-12', '2019-06-12')).toBeNull();
    expect(dueDateFault('2021-06-13', '2019-06-12')).toBe('An action is due within two years; split what takes longer.');
  });
});

describe('How late an action is', () => {
  it('counts working days after the due date', () => {
    // Due Wednesday 17 April 2019: Thursday 18 is the first day late, Good Friday to Easter Monday do not count, Tuesday 23 is the second.
    expect(overdueWorkingDays(action(), '2019-04-17', ENGLAND)).toBe(0);
    expect(overdueWorkingDays(action(), '2019-04-18', ENGLAND)).toBe(1);
    expect(overdueWorkingDays(action(), '2019-04-22', ENGLAND)).toBe(1);
    expect(overdueWorkingDays(action(), '2019-04-23', ENGLAND)).toBe(2);
  });

  it('stands still once it is done or cancelled', () => {
    expect(overdueWorkingDays(action({ doneOn: '2019-04-18' }), '2019-12-01', ENGLAND)).toBe(1);
    expect(overdueWorkingDays(action({ cancelledOn: '2019-04-23' }), '2019-12-01', ENGLAND)).toBe(2);
    expect(overdueWorkingDays(action({ doneOn: '2019-04-16' }), '2019-12-01', ENGLAND)).toBe(0);
  });

  it('is not known beyond the calendar of holidays, and is nothing before the action was opened', () => {
    expect(overdueWorkingDays(action(), '2100-01-01', ENGLAND)).toBeNull();
    expect(overdueWorkingDays(action({ dueOn: '1999-01-01' }), '2019-03-01', ENGLAND)).toBe(0);
  });

  it('never shrinks from one day to the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (days) => {
        const day = (offset: number) => new Date(Date.UTC(2019, 3, 1 + offset)).toISOString().slice(0, 10);
        expect(overdueWorkingDays(action(), day(days + 1), ENGLAND)).toBeGreaterThanOrEqual(overdueWorkingDays(action(), day(days), ENGLAND) as number);
      }),
    );
  });
});
