import type { Logger } from 'typeorm';

const nothing = (): undefined => undefined;

/** TypeORM prints failed migrations with the server's words whatever it is told; what fails is thrown anyway. */
export const silentLogger: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
