import type { Readable } from 'node:stream';

export interface ReadAwayLimits {
  /** So many bytes are read at most. */
  bytes: number;
  /** So long is waited at most, in milliseconds. */
  ms: number;
}

/**
 * Reads what is left of a refused body and drops it, up to the limits; settles in any case.
 * A sender who is still sending hears no answer: the closing of a connection with unread bytes takes the answer with it.
 */
export function readAway(body: Readable, { bytes, ms }: ReadAwayLimits): Promise<void> {
  if (body.readableEnded || body.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let left = bytes;
    const end = (): void => {
      clearTimeout(timer);
      body.off('data', count).off('end', end).off('close', end).off('error', end);
      resolve();
    };
    const count = (chunk: Buffer): void => {
      left -= chunk.length;
      if (left < 0) end();
    };
    const timer = setTimeout(end, ms);
    body.on('data', count).once('end', end).once('close', end).once('error', end);
  });
}
