import { aloneSettings, closeOnSignal, failStart, makeLogger, runAlone, startWithLauncher } from '@qaf/graph';
import { standingAsked, WORKFORCE } from '@qaf/workforce';

async function main(): Promise<void> {
  startWithLauncher();
  const running = await runAlone(WORKFORCE, {
    settings: aloneSettings(process.env),
    logger: makeLogger(process.env['QAF_LOG_LEVEL'] || 'info'),
    standingOf: (subgraph, subject) => standingAsked(subgraph, subject, new Date()),
  });
  closeOnSignal(() => running.close());
}

main().catch(failStart);
