import fc from 'fast-check';
import { DateTime, LocalDate, LongText, Text } from '.';

describe('Values that callers send', () => {
  it('keeps a real day and refuses one that no calendar has', () => {
    expect(LocalDate.parseValue('2024-02-29')).toBe('2024-02-29');
    for (const wrong of ['2023-02-29', '2024-13-01', '2024-04-31', '24-01-01', '2024-1-1', 20240101, '0000-01-01', '9999-12-31T00:00:00Z']) {
      expect(() => LocalDate.parseValue(wrong)).toThrow(/^Date must/);
    }
  });

  it('reads a moment with a zone and refuses one without', () => {
    expect(DateTime.parseValue('2026-03-31T14:30:00+01:00')?.toISOString()).toBe('2026-03-31T13:30:00.000Z');
    for (const wrong of ['2026-03-31T14:30:00', '2026-02-30T00:00:00Z', '2026-03-31', '2026-03-31T25:00:00Z']) {
      expect(() => DateTime.parseValue(wrong)).toThrow(/^Date/);
    }
  });

  it('refuses text that the database or a screen cannot hold, without repeating it', () => {
    expect(Text.parseValue('  Nia Vale \u00e9 ')).toBe('Nia Vale é');
    for (const wrong of ['a\u0000b', '\ud800', 'two\nlines', 'x'.repeat(201)]) {
      expect(() => Text.parseValue(wrong)).toThrow(/^Text (may|must|holds)/);
    }
    expect(LongText.parseValue('two\nlines')).toBe('two\nlines');
    expect(() => LongText.parseValue('x'.repeat(1_000_000))).toThrow('LongText may have at most 20000 characters.');
  });

  it('either keeps or refuses any string at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        try {
          const kept = LongText.parseValue(value) as string;
          expect(kept.isWellFormed()).toBe(true);
          expect(kept).not.toContain('\u0000');
        } catch (error) {
          expect((error as Error).message).toMatch(/^LongText/);
        }
      }),
    );
  });
});
