import { aloneSettings, closeOnSignal, failStart, makeLogger, runAlone, startWithLauncher } from '@qaf/graph';
import { reportRegularly } from '@qaf/release';
import { keepVoiceSecret, releaseRegularly, VOICE, VOICE_RELEASES } from '@qaf/voice';

async function main(): Promise<void> {
  startWithLauncher();
  const settings = aloneSettings(process.env);
  keepVoiceSecret(settings.QAF_SUBGRAPH_SECRET);
  const running = await runAlone(VOICE, {
    settings,
    logger: makeLogger(process.env['QAF_LOG_LEVEL'] || 'info'),
    regularly: (voice, failed) => {
      const running = [releaseRegularly(voice, { failed }), reportRegularly(voice, { store: VOICE.store, sources: VOICE_RELEASES }, { failed })];
      return { stop: async () => void (await Promise.all(running.map((one) => one.stop()))) };
    },
  });
  closeOnSignal(() => running.close());
}

main().catch(failStart);
