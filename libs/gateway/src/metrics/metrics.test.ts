import { Metrics } from './metrics';

describe('The page of figures', () => {
  it('holds counters, gauges and histograms in the text format of Prometheus', async () => {
    const metrics = new Metrics();
    metrics.counted('a_total', 'All of a.', { code: 'x' });
    metrics.counted('a_total', 'All of a.', { code: 'x' }, 2);
    metrics.counted('a_total', 'All of a.', { code: 'y' });
    metrics.beforeEachPage(() => Promise.reject(new Error('not now')));
    metrics.beforeEachPage(() => metrics.measured('b', 'B now.', 3));
    metrics.took('c_seconds', 'How long c took.', 0.02, { of: 'z' });
    metrics.took('c_seconds', 'How long c took.', 7, { of: 'z' });
    expect(await metrics.page()).toBe(
      [
        '# HELP a_total All of a.', '# TYPE a_total counter', 'a_total{code="x"} 3', 'a_total{code="y"} 1',
        '# HELP c_seconds How long c took.', '# TYPE c_seconds histogram',
        ...['0.005', '0.01'].map((le) => `c_seconds_bucket{of="z",le="${le}"} 0`),
        ...['0.025', '0.05', '0.1', '0.25', '0.5', '1', '2.5', '5'].map((le) => `c_seconds_bucket{of="z",le="${le}"} 1`),
        'c_seconds_bucket{of="z",le="+Inf"} 2', 'c_seconds_sum{of="z"} 7.02', 'c_seconds_count{of="z"} 2',
        '# HELP b B now.', '# TYPE b gauge', 'b 3', '',
      ].join('\n'),
    );
  });

  it('lets no label break out of its quotes', async () => {
    const metrics = new Metrics();
    metrics.counted('a_total', 'All of a.', { code: 'x"} 1\nb{"' });
    expect(await metrics.page()).toContain('a_total{code="x__ 1_b__"} 1\n');
  });
});
