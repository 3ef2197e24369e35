import { aloneSettings, closeOnSignal, failStart, makeLogger, runAlone, startWithLauncher } from '@qaf/graph';
import { AUDIT_RELEASES, CASEWORK } from '@qaf/casework';
import { reportRegularly } from '@qaf/release';

async function main(): Promise<void> {
  startWithLauncher();
  const running = await runAlone(CASEWORK, {
    settings: aloneSettings(process.env),
    logger: makeLogger(process.env['QAF_LOG_LEVEL'] || 'info'),
    regularly: (casework, failed) => reportRegularly(casework, { store: CASEWORK.store, sources: AUDIT_RELEASES }, { failed }),
  });
  closeOnSignal(() => running.close());
}

main().catch(failStart);
