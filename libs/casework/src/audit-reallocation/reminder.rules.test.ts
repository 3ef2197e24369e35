import { ENGLAND } from '@qaf/calendar';
import { overdueWorkingDays, reminderFor } from './reminder.rules';

describe('a reminder', () => {
  it('comes within five working days of the due day, and once it has passed', () => {
    // Friday 27 March 2026 is due; Friday 20 March is five working days before, Thursday 19 six.
    expect(['2026-03-19', '2026-03-20', '2026-03-27', '2026-03-28'].map((today) => reminderFor('2026-03-27', today, ENGLAND))).toEqual([null, 'DUE_SOON', 'DUE_SOON', 'OVERDUE']);
  });

  it('counts no holiday', () => {
    // Thursday 9 April 2026: Good Friday is the 3rd and Easter Monday the 6th, so from Tuesday 31 March there are 1, 2, 7, 8, 9 April: five.
    expect([reminderFor('2026-04-09', '2026-03-31', ENGLAND), reminderFor('2026-04-09', '2026-03-30', ENGLAND)]).toEqual(['DUE_SOON', null]);
  });

  it('says nothing of a year whose holidays are not known, but that it is past', () => {
    expect([reminderFor('2090-04-09', '2090-04-08', ENGLAND), reminderFor('2090-04-09', '2090-04-10', ENGLAND)]).toEqual([null, 'OVERDUE']);
  });
});

describe('how late an audit is', () => {
  it('is counted in working days, and stands still once it is submitted', () => {
    const open = { dueOn: '2026-04-02', submittedOn: null };
    // Due on Thursday 2 April; the next working day is Tuesday 7 April.
    expect(['2026-04-02', '2026-04-06', '2026-04-07', '2026-04-08'].map((asOf) => overdueWorkingDays(open, asOf, ENGLAND))).toEqual([0, 0, 1, 2]);
    expect(overdueWorkingDays({ dueOn: '2026-04-02', submittedOn: '2026-04-07' }, '2026-06-01', ENGLAND)).toBe(1);
    expect(overdueWorkingDays({ dueOn: '2026-04-02', submittedOn: '2026-03-30' }, '2026-06-01', ENGLAND)).toBe(0);
    expect(overdueWorkingDays({ dueOn: '2090-04-02', submittedOn: null }, '2090-06-01', ENGLAND)).toBeNull();
  });
});
