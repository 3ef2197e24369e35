import type { DatedSetting } from '../workforce-setting/workforce-setting.queries';
import { recheckOf } from './dbs.rules';

const INTERVALS: DatedSetting[] = [
  { value: 36, source: 'policy', validFrom: '2013-01-01', validTo: '2024-04-01' },
  { value: 24, source: 'new policy', validFrom: '2024-04-01', validTo: null },
];

test('a certificate is looked at again the interval after its issue, or after the last look', () => {
  expect(recheckOf('2022-02-28', [], INTERVALS, '2025-02-28')).toEqual({ dueOn: '2025-02-28', overdue: false, intervalMonths: 36, source: 'policy' });
  expect(recheckOf('2022-02-28', [], INTERVALS, '2025-03-01')).toMatchObject({ overdue: true });
  expect(recheckOf('2022-02-28', ['2024-03-31', '2023-05-01'], INTERVALS, '2025-03-01')).toMatchObject({ dueOn: '2027-03-31', overdue: false });
});

test('a new interval counts for what is issued or looked at from its first day on', () => {
  expect(recheckOf('2022-02-28', ['2024-04-01'], INTERVALS, '2025-03-01')).toMatchObject({ dueOn: '2026-04-01', intervalMonths: 24, source: 'new policy' });
  expect(recheckOf('2012-12-31', [], INTERVALS, '2025-03-01')).toBeNull();
});
