import { scannerAt } from '@qaf/files';
import { aloneSettings, closeOnSignal, failStart, makeLogger, runAlone, startWithLauncher } from '@qaf/graph';
import { evidenceDesk, GOVERNANCE, keepEvidenceSecret } from '@qaf/governance';

async function main(): Promise<void> {
  startWithLauncher();
  const settings = aloneSettings(process.env);
  keepEvidenceSecret(settings.QAF_SUBGRAPH_SECRET);
  const running = await runAlone(GOVERNANCE, {
    settings,
    files: (subgraph) => evidenceDesk({ unit: (viewer, action) => subgraph.unit(viewer, action), scanner: scannerAt(settings.QAF_CLAMD) }),
    logger: makeLogger(process.env['QAF_LOG_LEVEL'] || 'info'),
  });
  closeOnSignal(() => running.close());
}

main().catch(failStart);
