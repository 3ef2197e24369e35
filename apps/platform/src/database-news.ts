import type { ServerNews } from '@qaf/database';
import type { Logger } from 'pino';

/** Writes down what happens to the embedded database while it is used. Its own words hold no statement and no value. */
export function databaseNews(logger: Logger): ServerNews {
  return {
    lost: () => logger.error('the database is gone; it is being started again'),
    back: () => logger.warn('the database is back'),
    failed: (said) => logger.error({ said }, 'the database does not start; it is tried again'),
  };
}
