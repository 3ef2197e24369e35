import { pino, type Logger } from 'pino';

/** A logger that writes JSON lines to standard error and never a value that a request carried. */
export function makeLogger(level: string): Logger {
  return pino({ level, base: { pid: process.pid } }, pino.destination({ dest: 2, sync: false }));
}

/** One Ctrl-C can arrive several times: from the terminal, from npm and from the launcher. */
const SAME_MOMENT_MS = 1_000;

/** Called first of all: a start whose launcher goes away ends at once instead of finishing for nobody. */
export function startWithLauncher(): void {
  process.once('disconnect', leave);
}

function leave(): void {
  process.exit(1);
}

/**
 * Runs until the process is told to stop, then closes: on Ctrl-C, SIGTERM, SIGHUP, or when the launcher that started it is gone.
 * What is in flight finishes; a second signal, a second later or more, ends at once.
 */
export function closeOnSignal(close: () => Promise<void>, longestMs = 20_000): void {
  let since: number | null = null;
  const stop = (): void => {
    if (since !== null) return Date.now() - since > SAME_MOMENT_MS ? leave() : undefined;
    since = Date.now();
    setTimeout(leave, longestMs).unref();
    close().then(() => process.exit(0), leave);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.off('disconnect', leave);
  process.on('disconnect', stop);
}

/** Ends a start that failed with its reason alone. */
export function failStart(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : 'The start failed.'}\n`);
  process.exit(1);
}
