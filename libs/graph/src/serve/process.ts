import { pino, type Logger } from 'pino';

/** A logger that writes JSON lines to standard error and never a value that a request carried. */
export function makeLogger(level: string): Logger {
  return pino({ level, base: { pid: process.pid } }, pino.destination({ dest: 2, sync: false }));
}

/**
 * Runs until the process is told to stop, then closes: on Ctrl-C, SIGTERM, SIGHUP, or when the launcher that started it is gone.
 * What is in flight finishes; a second signal ends at once.
 */
export function closeOnSignal(close: () => Promise<void>, longestMs = 20_000): void {
  let closing = false;
  const stop = (): void => {
    if (closing) process.exit(1);
    closing = true;
    setTimeout(() => process.exit(1), longestMs).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.connected) process.on('disconnect', stop);
}

/** Ends a start that failed with its reason alone. */
export function failStart(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : 'The start failed.'}\n`);
  process.exit(1);
}
