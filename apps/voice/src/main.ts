import { aloneSettings, closeOnSignal, failStart, makeLogger, runAlone, startWithLauncher } from '@qaf/graph';
import { keepVoiceSecret, VOICE } from '@qaf/voice';

async function main(): Promise<void> {
  startWithLauncher();
  const settings = aloneSettings(process.env);
  keepVoiceSecret(settings.QAF_SUBGRAPH_SECRET);
  const running = await runAlone(VOICE, { settings, logger: makeLogger(process.env['QAF_LOG_LEVEL'] || 'info') });
  closeOnSignal(() => running.close());
}

main().catch(failStart);
