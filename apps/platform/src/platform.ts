import type { AddressInfo } from 'node:net';
import { isSuperuser } from '@qaf/database';
import { measureEvents, openMetrics } from '@qaf/gateway';
import { releaseDueAnswers } from '@qaf/voice';
import type { Logger } from 'pino';
import { loadDemonstration, seed } from './demo';
import type { PlatformSettings } from './environment';
import { gatewayOver } from './gateway';
import { openGraph, type OpenGraph } from './graph';

export interface Platform {
  graph: OpenGraph;
  url: string;
  close(): Promise<void>;
}

/** Everything in one process: the database, the four subgraphs, their events and the gateway. */
export async function startPlatform(settings: PlatformSettings, logger: Logger, progress?: (message: string) => void): Promise<Platform> {
  const graph = await openGraph({ ...settings, logger, progress });
  try {
    await seed(graph);
    await warnOfSuperuser(graph, settings, logger);
    if (settings.demo && (await loadDemonstration(graph, { scale: 1, onlyIfEmpty: true, progress })) > 0) {
      publishBeside(graph, logger);
      graph.report();
    }
    const figures = await openMetrics(settings.metrics, logger);
    const waitingOf = Object.fromEntries(Object.entries(graph.relays).map(([from, relay]) => [from, () => relay.waiting()]));
    figures.metrics.beforeEachPage(() => measureEvents(figures.metrics, waitingOf));
    const gateway = await gatewayOver(graph, { ...settings, logger, metrics: figures.metrics });
    gateway.addHook('onClose', () => figures.close());
    await gateway.listen({ host: settings.host, port: settings.port });
    const { port } = gateway.server.address() as AddressInfo;
    return {
      graph,
      url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
      close: async () => {
        await gateway.close();
        await graph.close();
      },
    };
  } catch (error) {
    await graph.close();
    throw error;
  }
}

/** The first results of a demonstration, while people look at the rest of it; the hourly look would bring them too. */
function publishBeside({ subgraphs }: OpenGraph, logger: Logger): void {
  releaseDueAnswers(subgraphs.voice, new Date()).catch((error: unknown) => logger.warn({ kind: error instanceof Error ? error.name : typeof error }, 'results were not published yet'));
}

/** A superuser is no danger by itself here, since no request is answered as one; whoever reads the setting is one, though. */
async function warnOfSuperuser({ server }: OpenGraph, { production }: PlatformSettings, logger: Logger): Promise<void> {
  if (!production || server.embedded || !(await isSuperuser(server.adminUrl))) return;
  logger.warn('DATABASE_URL signs in as a superuser; one who may create roles and owns the database is enough');
}
