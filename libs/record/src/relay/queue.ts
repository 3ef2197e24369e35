import { queueSchema } from '@qaf/database';
import type { Client, Pool, PoolClient } from 'pg';
import { PgBoss, type Db } from 'pg-boss';
import { faultOf, type RelayOptions } from './options';

/** What pg-boss runs its statements on: a pool, or one client whose transaction they join. */
export function statementsOn(connection: Pool | PoolClient | Client): Db {
  return { executeSql: async (text, values) => connection.query(text, values as unknown[]) };
}

/** pg-boss over the login's pool. It creates nothing, deletes nothing by age and registers nowhere. */
export async function openQueue(pool: Pool, { from, logger }: Pick<RelayOptions, 'from' | 'logger'>): Promise<PgBoss> {
  const boss = new PgBoss({
    db: statementsOn(pool),
    schema: queueSchema(from),
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', (error) => logger.warn({ from, fault: faultOf(error) }, 'event queue: a background statement failed'));
  await boss.start();
  return boss;
}
