import { closeOnSignal, failStart, makeLogger, startWithLauncher } from '@qaf/graph';
import { readSettings } from './environment';
import { startPlatform } from './platform';
import { sayWelcome } from './welcome';

async function main(): Promise<void> {
  startWithLauncher();
  const settings = readSettings();
  const progress = process.stderr.isTTY ? (message: string) => process.stderr.write(`${message}\n`) : undefined;
  const platform = await startPlatform(settings, makeLogger(settings.logLevel), progress);
  closeOnSignal(() => platform.close());
  await sayWelcome(platform, settings);
}

main().catch(failStart);
