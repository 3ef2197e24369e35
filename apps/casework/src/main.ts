import { aloneSettings, closeOnSignal, failStart, makeLogger, runAlone, startWithLauncher } from '@qaf/graph';
import { CASEWORK } from '@qaf/casework';

async function main(): Promise<void> {
  startWithLauncher();
  const running = await runAlone(CASEWORK, { settings: aloneSettings(process.env), logger: makeLogger(process.env['QAF_LOG_LEVEL'] || 'info') });
  closeOnSignal(() => running.close());
}

main().catch(failStart);
