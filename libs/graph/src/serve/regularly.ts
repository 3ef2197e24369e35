export interface Regular {
  /** Does it once more now, after what is under way. */
  look(): void;
  /** Waits for what is under way; nothing is begun afterwards. */
  stop(): Promise<void>;
}

/** Does a piece of work now and every so often until it is stopped, one after the other; what fails is told by kind alone, and tried again at the next time. */
export function regularly(work: () => Promise<unknown>, everyMs: number, failed: (kind: string) => void): Regular {
  let under = Promise.resolve();
  const look = (): void => {
    under = under.then(work).then(
      () => undefined,
      (error: unknown) => failed(error instanceof Error ? error.name : typeof error),
    );
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  look();
  return {
    look,
    stop: () => {
      clearInterval(timer);
      return under;
    },
  };
}
