import { addWorkingDays, ENGLAND } from '@qaf/calendar';
import { Rag } from '@qaf/graph';
import { assert, integer, property } from 'fast-check';
import { addDays } from '@qaf/calendar';
import { followUpDue, givenByForLate, overallRag } from './rag-form.rules';

const { RED, AMBER, GREEN } = Rag;

describe('a RAG form', () => {
  it('is as bad as its worst area', () => {
    expect(overallRag([{ rag: GREEN }, { rag: AMBER }, { rag: RED }])).toBe(RED);
    expect(overallRag([{ rag: GREEN }, { rag: AMBER }])).toBe(AMBER);
    expect(overallRag([{ rag: GREEN }])).toBe(GREEN);
  });

  it('is late for an answer on the day after ten working days, over Easter too', () => {
    // Given on Tuesday 3 March 2026, the tenth working day is Tuesday 17 March: late on the 18th, not before.
    expect(givenByForLate('2026-03-18', 10, ENGLAND)).toBe('2026-03-03');
    // Good Friday is 3 April and Easter Monday 6 April: from 27 March the tenth working day is 14 April (30, 31, 1, 2, 7, 8, 9, 10, 13, 14).
    expect(givenByForLate('2026-04-14', 10, ENGLAND)).toBe('2026-03-26');
    expect(givenByForLate('2026-04-15', 10, ENGLAND)).toBe('2026-03-29');
  });

  it('has one last day of giving for each day and limit', () => {
    assert(property(integer({ min: 0, max: 1_500 }), integer({ min: 1, max: 40 }), (offset, days) => {
      const today = addDays('2024-01-01', offset);
      const given = givenByForLate(today, days, ENGLAND);
      expect(addWorkingDays(given, days, ENGLAND) < today).toBe(true);
      expect(addWorkingDays(addDays(given, 1), days, ENGLAND) >= today).toBe(true);
    }));
  });

  it('is followed up each month until it is resolved', () => {
    const form = { rag: AMBER, givenOn: '2026-01-31', resolvedOn: null };
    expect(followUpDue(form, null)).toBe('2026-02-28');
    expect(followUpDue(form, '2026-02-20')).toBe('2026-03-20');
    expect(followUpDue({ ...form, resolvedOn: '2026-02-20' }, '2026-02-20')).toBeNull();
    expect(followUpDue({ ...form, rag: GREEN }, null)).toBeNull();
  });
});
