import { parseArgs } from 'node:util';
import { openGraph, readSettings } from '@qaf/platform';
import { pino } from 'pino';
import { eventTable, type Waiting } from '../events/event-table';

/** Lists what was published and not yet taken, by sender, type, receiver and state; `--replay` tries again what failed. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { replay: { type: 'boolean', default: false } } });
  const graph = await openGraph({ ...readSettings(), logger: pino({ level: 'silent' }), quiet: true });
  try {
    const relays = Object.entries(graph.relays);
    if (values.replay) {
      const counts = await Promise.all(relays.map(([, relay]) => relay.replayFailed()));
      process.stdout.write(`${counts.reduce((sum, count) => sum + count, 0)} failed events are tried again by the platform that runs, in order.\n`);
    }
    const waiting: Waiting[] = [];
    for (const [from, relay] of relays) waiting.push(...(await relay.waiting()).map((events) => ({ from, ...events })));
    process.stdout.write(eventTable(waiting));
  } finally {
    await graph.close();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
