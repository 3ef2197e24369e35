import { cpdYearOf } from './cpd.rules';

test('the year runs from 1 December to 30 November', () => {
  expect(cpdYearOf('2025-11-30')).toEqual({ from: '2024-12-01', before: '2025-12-01' });
  expect(cpdYearOf('2025-12-01')).toEqual({ from: '2025-12-01', before: '2026-12-01' });
  expect(cpdYearOf('2026-01-01')).toEqual({ from: '2025-12-01', before: '2026-12-01' });
});
