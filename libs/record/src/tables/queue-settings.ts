const DAY = 24 * 60 * 60;

/** The longest pause between two attempts, in seconds: how late, at most, an event is once its receiver answers again. */
const LONGEST_PAUSE = 60;

/** An event is tried for at least thirty days before it counts as failed: attempts never come closer together than the pause. */
export const ATTEMPTS = (30 * DAY) / LONGEST_PAUSE;

/**
 * `key_strict_fifo` holds the later events of a subject back while one is under way, waits for its next attempt or has
 * failed. Nothing is deleted by age: an event leaves when its receiver has taken it.
 */
export const QUEUE_SETTINGS = {
  policy: 'key_strict_fifo',
  retryLimit: ATTEMPTS,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: LONGEST_PAUSE,
  expireInSeconds: DAY,
  retentionSeconds: 3650 * DAY,
  deleteAfterSeconds: 3650 * DAY,
};
