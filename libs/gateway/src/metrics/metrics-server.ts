import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { Metrics } from './metrics';

/** `GET /metrics` on a port of its own, away from those who ask the graph. Listens when it resolves. */
export async function serveMetrics(metrics: Metrics, { host, port }: { host: string; port: number }): Promise<Server> {
  const server = createServer((request, response) => void answer(metrics, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return server;
}

async function answer(metrics: Metrics, { method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
  const known = method === 'GET' && url === '/metrics';
  const page = known ? await metrics.page() : '';
  response.writeHead(known ? 200 : 404, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  response.end(page);
}

export interface OpenMetrics {
  metrics: Metrics;
  close(): Promise<void>;
}

/** Figures and the port they are read at. A port that is taken costs the figures, not the platform: two may run on one machine. */
export async function openMetrics(settings: { host: string; port: number }, logger: Logger): Promise<OpenMetrics> {
  const metrics = new Metrics();
  try {
    const server = await serveMetrics(metrics, settings);
    logger.info({ port: (server.address() as AddressInfo).port }, 'figures are read here');
    return { metrics, close: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())) };
  } catch (error) {
    logger.warn({ port: settings.port, fault: (error as NodeJS.ErrnoException).code }, 'the port for figures cannot be opened; nobody can read them');
    return { metrics, close: () => Promise.resolve() };
  }
}
