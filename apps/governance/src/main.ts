import { aloneSettings, closeOnSignal, failStart, makeLogger, runAlone, startWithLauncher } from '@qaf/graph';
import { GOVERNANCE } from '@qaf/governance';

async function main(): Promise<void> {
  startWithLauncher();
  const running = await runAlone(GOVERNANCE, { settings: aloneSettings(process.env), logger: makeLogger(process.env['QAF_LOG_LEVEL'] || 'info') });
  closeOnSignal(() => running.close());
}

main().catch(failStart);
