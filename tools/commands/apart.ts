import { closeOnSignal, failStart, startWithLauncher } from '@qaf/graph';
import { loadDemonstration, openGraph, readSettings, seed, startApart } from '@qaf/platform';
import { pino } from 'pino';

/** The platform as five processes; the demonstration is loaded first when the database is empty. */
async function main(): Promise<void> {
  startWithLauncher();
  const settings = readSettings();
  const graph = await openGraph({ ...settings, logger: pino({ level: 'silent' }), quiet: true });
  const apart = await prepare(graph, settings.demo).then(() => startApart(settings)).finally(() => graph.close());
  closeOnSignal(() => apart.close());
  const parts = Object.entries(apart.subgraphs).map(([name, url]) => `  ${name} ${url}`);
  process.stdout.write(`The graph answers at ${apart.url}/graphql\n${parts.join('\n')}\n`);
}

async function prepare(graph: Awaited<ReturnType<typeof openGraph>>, demo: boolean): Promise<void> {
  await seed(graph);
  if (demo) await loadDemonstration(graph, { scale: 1, onlyIfEmpty: true });
}

main().catch(failStart);
