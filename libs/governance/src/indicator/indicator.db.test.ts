import { nobody } from '@qaf/identity';
import { Governance, VIEWERS } from '../governance.fixtures';
import { authorityLine, FAULTY, indicatorFile, LINES } from './indicator.fixtures';
import { loadIndicators } from './load-indicators';

let governance: Governance;

beforeEach(async () => void (governance = await Governance.open()));
afterEach(() => governance.close());

const load = (lines: readonly string[], check = false) => loadIndicators(governance.subgraph, indicatorFile(lines), { fileHash: 'a'.repeat(64), check, now: new Date('2025-01-10T09:00:00Z') });

const SERIES = `query ($authority: Text, $to: Int) { indicator(code: "cpp-reviewed-in-time") { unit direction importedAt areas { name level }
  series(authority: $authority, baselineTo: $to) { area { code name } n mean lower upper points { year value symbol numerator denominator } signals { kind direction from to length } } } }`;

test('the published series comes out of the imported file with its known limits and signals, by code and by name, for a member too', async () => {
  expect(await load(LINES)).toMatchObject({ indicator: 'cpp-reviewed-in-time', read: 18, added: 18, changed: 0, unchanged: 0, leftOut: 0, areas: 4, years: [2013, 2024], notes: [] });
  for (const [viewer, authority] of [[VIEWERS.lee, 'E06000051'], [VIEWERS.pavel, 'Shropshire']] as const) {
    const { data, errors } = await governance.ask(viewer, SERIES, { authority, to: 2022 });
    expect(errors).toEqual([]);
    const { series, ...indicator } = data.indicator;
    expect(indicator).toMatchObject({ unit: 'PERCENT', direction: 'HIGHER', importedAt: '2025-01-10T09:00:00.000Z', areas: [{ name: 'England', level: 'NATIONAL' }, { name: 'Islet' }, { name: 'Saltmarsh' }, { name: 'Shropshire', level: 'LOCAL_AUTHORITY' }] });
    // Ten values make 971.0, nine steps 9.2: 97.10 ± 2.66 × 1.0222 is 94.38 to 99.82.
    expect([series.n, series.mean.toFixed(2), series.lower.toFixed(2), series.upper.toFixed(2)]).toEqual([10, '97.10', '94.38', '99.82']);
    expect(series.signals).toEqual([{ kind: 'OUTSIDE', direction: 'DOWN', from: '2023', to: '2023', length: 1 }, { kind: 'OUTSIDE', direction: 'DOWN', from: '2024', to: '2024', length: 1 }]);
    expect(series.points).toHaveLength(12);
  }
});

test('without an authority it is the country; letters are gaps, counts stand beside the figure, and a baseline or place that is none gives null', async () => {
  await load(LINES);
  const { data } = await governance.ask(VIEWERS.pavel, SERIES);
  expect(data.indicator.series).toMatchObject({ area: { code: 'E92000001', name: 'England' }, points: [{ year: 2023, value: 90, numerator: 900, denominator: 1000 }, { year: 2024, value: 86 }] });
  const saltmarsh = (await governance.ask(VIEWERS.pavel, SERIES, { authority: 'Saltmarsh' })).data.indicator.series;
  expect(saltmarsh).toMatchObject({ n: 0, mean: null, lower: null, upper: null, signals: [], points: [{ year: 2022, value: 75, symbol: null }, { year: 2023, value: null, symbol: null }, { year: 2024, value: null, symbol: 'c', numerator: null, denominator: null }] });
  expect((await governance.ask(VIEWERS.pavel, SERIES, { authority: 'Nowhere' })).data.indicator.series).toBeNull();
  expect((await governance.ask(VIEWERS.pavel, SERIES, { authority: 'Saltmarsh', to: 2001 })).data.indicator.series).toBeNull();
  expect((await governance.ask(VIEWERS.pavel, '{ indicator(code: "none") { code } indicators { code } }')).data).toEqual({ indicator: null, indicators: [{ code: 'cpp-reviewed-in-time' }] });
});

test('the same file again changes nothing, a corrected figure is a new version, and a check keeps nothing', async () => {
  expect(await load(LINES, true)).toMatchObject({ added: 18 });
  expect(await governance.rows('select 1 from indicator_value')).toEqual([]);
  await load(LINES);
  const before = await governance.rows('select * from indicator_value_history order by history_id');
  expect(await load(LINES)).toMatchObject({ added: 0, changed: 0, unchanged: 18 });
  expect(await governance.rows('select * from indicator_value_history order by history_id')).toEqual(before);
  const corrected = [...LINES.slice(0, -1), authorityLine('202324', 'E06999002', 'Islet', ['12', '9', '75'])];
  expect(await load([...corrected, ...FAULTY])).toMatchObject({ added: 2, changed: 1, unchanged: 17, leftOut: 6, read: 26 });
  expect(await governance.rows(`select v.value::float, v.version from indicator_value v join indicator_area a on a.id = v.area_id where a.name = 'Islet' and v.year = 2024`)).toEqual([{ value: 75, version: 2 }]);
  expect(await governance.rows('select added, changed, unchanged, left_out from indicator_import order by added desc')).toEqual([{ added: 18, changed: 0, unchanged: 0, left_out: 0 }, { added: 2, changed: 1, unchanged: 17, left_out: 6 }]);
});

test('a figure is read by who signs in and written by the import alone', async () => {
  await load(LINES);
  expect(await governance.asLogin(VIEWERS.lee, 'select count(*)::int as n from indicator_value')).toEqual([{ n: 18 }]);
  expect(await governance.asLogin(nobody('r-0'), 'select 1 from indicator_value')).toEqual([]);
  await expect(governance.asLogin(VIEWERS.quinn, `insert into indicator_area (code, name, level) values ('E06999009', 'Here', 'NATIONAL')`)).rejects.toThrow();
  await expect(governance.asLogin(VIEWERS.quinn, `insert into indicator_import (indicator_id, file_hash, imported_at, added, changed, unchanged, left_out) select id, repeat('a', 64), now(), 0, 0, 0, 0 from indicator`)).rejects.toThrow();
  expect(await governance.asLogin(VIEWERS.quinn, 'update indicator_value set year = year returning 1')).toEqual([]);
});
