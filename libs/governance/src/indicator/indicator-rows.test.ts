import { IndicatorFileRefused, readIndicatorTable } from './indicator-file';
import { type IndicatorLayout, readIndicatorRows, recogniseIndicator } from './indicator-rows';
import { authorityLine, FAULTY, indicatorFile, LINES } from './indicator.fixtures';
import { INDICATORS } from './indicator.reference';

const LAYOUTS: IndicatorLayout[] = INDICATORS.map((one) => ({ id: '0', ...one }));

function read(lines: readonly string[]): ReturnType<typeof readIndicatorRows> {
  const table = readIndicatorTable(indicatorFile(lines));
  return readIndicatorRows(table, recogniseIndicator(table, LAYOUTS));
}

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof IndicatorFileRefused ? error.code : 'OTHER';
  }
};

test('figures and the letters in their place are read by area and year, and nothing is noted of a sound file', () => {
  const { rows, notes } = read(LINES);
  expect(notes).toEqual([]);
  expect(rows).toHaveLength(18);
  expect(rows[0]).toEqual({ row: 2, areaCode: 'E06000051', areaName: 'Shropshire', level: 'LOCAL_AUTHORITY', year: 2013, value: { value: 97.3, symbol: null }, numerator: { value: null, symbol: 'x' }, denominator: { value: null, symbol: 'x' } });
  expect(rows[13]).toMatchObject({ areaCode: 'E92000001', areaName: 'England', level: 'NATIONAL', year: 2024, value: { value: 86 }, numerator: { value: 1032 }, denominator: { value: 1200 } });
  expect(rows.slice(15).map(({ year, value, numerator, denominator }) => [year, value.symbol, numerator, denominator.value])).toEqual([
    [2024, 'c', { value: null, symbol: 'c' }, null],
    [2023, 'z', { value: 0, symbol: null }, 0],
    [2024, 'u', { value: null, symbol: 'k' }, null],
  ]);
});

test('each bad row is named with its reason, and the good ones are not lost', () => {
  const { rows, notes } = read([...LINES, ...FAULTY]);
  expect(notes.map(({ row, severity, column }) => [row, severity, column])).toEqual([
    [20, 'LEFT_OUT', null],
    [21, 'LEFT_OUT', 'new_la_code'],
    [22, 'LEFT_OUT', 'time_period'],
    [23, 'LEFT_OUT', 'Reviewed_within_timescales_percent'],
    [24, 'LEFT_OUT', 'Reviewed_within_timescales_percent'],
    [25, 'LEFT_OUT', null],
    [26, 'REPAIRED', 'CPP_At31_3Months'],
    [27, 'DOUBTED', 'Reviewed_within_timescales_percent'],
  ]);
  expect(rows).toHaveLength(20);
  // Half of ten is fifty, not sixty.
  expect(rows.at(-1)).toMatchObject({ value: { value: 60 }, numerator: { value: 5 }, denominator: { value: 10 } });
  expect(JSON.stringify(notes)).not.toMatch(/Shortcode|2O24|101/);
});

test.each<[string, Buffer, string]>([
  ['nothing', Buffer.from('  \n'), 'EMPTY'],
  ['a workbook', Buffer.from('PK\u0003\u0004'), 'DAMAGED'],
  ['no text', Buffer.from([0xff, 0xfe, 0x00]), 'DAMAGED'],
  ['a quotation without an end', Buffer.from('a,"b\n1,2\n'), 'DAMAGED'],
  ['other columns', Buffer.from('a,b\n1,2\n'), 'NO_INDICATOR'],
  ['the columns of another category', indicatorFile([authorityLine('2024', 'E06999001', 'Saltmarsh', ['1', '1', '100']).replace('Child Protection', 'Other')]), 'NO_INDICATOR'],
])('a file of %s is refused whole', (_, bytes, code) => {
  expect(codeOf(() => recogniseIndicator(readIndicatorTable(bytes), LAYOUTS))).toBe(code);
});
