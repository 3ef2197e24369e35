import { aloneSettings, closeOnSignal, failStart, makeLogger, runAlone } from '@qaf/graph';
import { VOICE } from '@qaf/voice';

async function main(): Promise<void> {
  const running = await runAlone(VOICE, { settings: aloneSettings(process.env), logger: makeLogger(process.env['QAF_LOG_LEVEL'] || 'info') });
  closeOnSignal(() => running.close());
}

main().catch(failStart);
