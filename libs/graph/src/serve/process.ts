import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { pino, type Logger } from 'pino';

/** A logger that writes JSON lines to standard error and never a value that a request carried. */
export function makeLogger(level: string): Logger {
  return pino({ level, base: { pid: process.pid } }, pino.destination({ dest: 2, sync: false }));
}

/** One Ctrl-C can arrive several times: from the terminal, from npm and from the launcher. */
const SAME_MOMENT_MS = 1_000;
/** How long one that is to go still takes what was sent before anybody could know. */
const LINGER_MS = 500;
/** Of the process: a connection is accepted in one, and read in the next. */
const TURNS = 4;

/** Called first of all: a start whose launcher goes away ends at once instead of finishing for nobody. */
export function startWithLauncher(): void {
  process.once('disconnect', leave);
}

function leave(): void {
  process.exit(1);
}

/**
 * Runs until the process is told to stop, then closes: on Ctrl-C, SIGTERM, SIGHUP, or when the launcher that started it is gone.
 * What is in flight finishes; on SIGTERM, which comes from machines, what is on its way for half a second more. A second signal, a second later or more, ends at once.
 */
export function closeOnSignal(close: () => Promise<void>, longestMs = 20_000): void {
  let since: number | null = null;
  const stop = (lingerMs: number): void => {
    if (since !== null) return Date.now() - since > SAME_MOMENT_MS ? leave() : undefined;
    since = Date.now();
    setTimeout(leave, longestMs).unref();
    linger(lingerMs).then(close).then(() => process.exit(0), leave);
  };
  process.on('SIGTERM', () => stop(LINGER_MS));
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(0));
  process.off('disconnect', leave);
  process.on('disconnect', () => stop(0));
}

/** What lies in the machine's queues by then is read in the turns that follow, however late the process is with its work. */
async function linger(ms: number): Promise<void> {
  if (ms === 0) return;
  await sleep(ms);
  for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
}

/** Ends a start that failed with its reason alone. */
export function failStart(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : 'The start failed.'}\n`);
  process.exit(1);
}
