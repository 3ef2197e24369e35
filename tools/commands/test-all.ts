import { parseArgs } from 'node:util';
import { openSecondServer, type SecondServer } from '../second-server/second-server';
import { type Combination, runStories, stopStories } from '../stories/run-stories';

const STORIES = 'apps/platform-e2e';
const NO_SECOND = 'not run: the stories on a second PostgreSQL. Install one (15 or later), name one in TEST_DATABASE_URL, or leave it out with --without-second-server.';

/** The stories in one process and apart, on the embedded PostgreSQL and on another. Answers whether all passed. */
async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({ options: { 'without-second-server': { type: 'boolean', default: false } }, allowPositionals: true });
  const second = values['without-second-server'] ? null : await openSecondServer(process.env['TEST_DATABASE_URL']);
  stopOnSignal(second);
  try {
    const lacking = second === null && !values['without-second-server'];
    const { passed, failed } = await runAll(combinations(second), positionals.length > 0 ? positionals : [STORIES]);
    if (lacking) say(`FAIL ${NO_SECOND}`);
    if (values['without-second-server']) say('left out, as asked: the stories on a second PostgreSQL');
    const bad = failed + (lacking ? 1 : 0);
    say(`${passed} passed, ${bad} failed`);
    return bad === 0;
  } finally {
    await second?.stop();
  }
}

function combinations(second: SecondServer | null): Combination[] {
  const servers = [{ name: 'the embedded PostgreSQL' }, ...(second ? [{ name: second.name, databaseUrl: second.url }] : [])];
  return servers.flatMap(({ name, ...server }) => [
    { name: `in one process, on ${name}`, apart: false, ...server },
    { name: `apart, on ${name}`, apart: true, ...server },
  ]);
}

async function runAll(all: Combination[], paths: string[]): Promise<{ passed: number; failed: number }> {
  const total = { passed: 0, failed: 0 };
  for (const combination of all) {
    if (process.stderr.isTTY) process.stderr.write(`Running the stories ${combination.name}…\n`);
    const started = Date.now();
    const { passed, failed, output } = await runStories(combination, paths);
    const seconds = Math.round((Date.now() - started) / 1000);
    say(failed === 0 ? `ok   ${combination.name}: ${passed} tests (${seconds} s)` : `FAIL ${combination.name}: ${failed} of ${passed + failed} (${seconds} s)\n${output}`);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function stopOnSignal(second: SecondServer | null): void {
  const stop = (): void => void stopStories().then(() => second?.stop()).finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.once(signal as 'SIGINT', stop);
  process.channel?.unref();
}

main().then(
  (good) => (process.exitCode = good ? 0 : 1),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
