import { barLocked, dropLockTable, lockTable, unbarLocked } from '@qaf/graph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What supervision said about a locked child is there for those whom the lock names, of the parties and the line above. */
export class LockChildren1795000000310 implements MigrationInterface {
  name = 'LockChildren1795000000310';

  async up(q: QueryRunner): Promise<void> {
    await lockTable(q, 'workforce');
    await barLocked(q, 'workforce', 'case_discussion');
  }

  async down(q: QueryRunner): Promise<void> {
    await unbarLocked(q, 'workforce', 'case_discussion');
    await dropLockTable(q, 'workforce');
  }
}
