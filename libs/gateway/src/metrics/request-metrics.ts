import type { FastifyInstance } from 'fastify';
import type { Load } from '../guard/load';
import type { Metrics } from './metrics';

/** Counts what the gateway answers, by route, status and error code. */
export function countRequests(server: FastifyInstance, metrics: Metrics, load: Load): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'elsewhere';
    metrics.counted('qaf_requests_total', 'Requests answered.', { route, status: String(reply.statusCode) });
    for (const code of request.codes) metrics.counted('qaf_request_errors_total', 'Requests answered with an error of this code.', { code });
    if (!route.startsWith('/health/')) metrics.took('qaf_request_duration_seconds', 'How long an answer took.', reply.elapsedTime / 1_000, { route });
    done();
  });
  metrics.beforeEachPage(() => {
    metrics.measured('qaf_requests_in_flight', 'Requests that are worked on.', load.inFlight);
    metrics.measured('qaf_event_loop_lag_seconds', 'How late the process is with what it has to do.', load.lagMs / 1_000);
    metrics.measured('process_resident_memory_bytes', 'Resident memory size in bytes.', process.memoryUsage.rss());
    metrics.measured('process_cpu_seconds_total', 'User and system CPU time spent in seconds.', cpuSeconds());
  });
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

/** Counts one fetch of a subgraph; `outcome` is `answered` or the code of its failure. */
export function countFetch(metrics: Metrics, subgraph: string, outcome: string, milliseconds: number): void {
  metrics.counted('qaf_subgraph_fetches_total', 'Fetches from a subgraph.', { subgraph, outcome });
  metrics.took('qaf_subgraph_fetch_duration_seconds', 'How long a fetch from a subgraph took.', milliseconds / 1_000, { subgraph });
}
