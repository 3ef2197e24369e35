import { aloneSettings, closeOnSignal, failStart, makeLogger, runAlone, startWithLauncher } from '@qaf/graph';
import { keepVoiceSecret, releaseRegularly, VOICE } from '@qaf/voice';

async function main(): Promise<void> {
  startWithLauncher();
  const settings = aloneSettings(process.env);
  keepVoiceSecret(settings.QAF_SUBGRAPH_SECRET);
  const running = await runAlone(VOICE, {
    settings,
    logger: makeLogger(process.env['QAF_LOG_LEVEL'] || 'info'),
    regularly: (voice, failed) => releaseRegularly(voice, { failed }),
  });
  closeOnSignal(() => running.close());
}

main().catch(failStart);
