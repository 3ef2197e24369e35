/** Sweeps now and then until it is stopped; a sweep that fails is tried again at the next time. */
export function sweepRegularly(sweep: () => Promise<unknown>, everyMs: number, failed: (kind: string) => void): { stop(): Promise<void> } {
  let under = Promise.resolve();
  const run = (): void => {
    under = under.then(sweep).then(
      () => undefined,
      (error: unknown) => failed(error instanceof Error ? error.name : typeof error),
    );
  };
  const timer = setInterval(run, everyMs);
  timer.unref();
  run();
  return {
    stop: () => {
      clearInterval(timer);
      return under;
    },
  };
}
