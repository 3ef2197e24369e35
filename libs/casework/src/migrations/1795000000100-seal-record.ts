import { dropSealTables, sealTables } from '@qaf/record';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The seals of the access record. */
export class SealRecord1795000000100 implements MigrationInterface {
  name = 'SealRecord1795000000100';

  async up(q: QueryRunner): Promise<void> {
    await sealTables(q, 'casework');
  }

  async down(q: QueryRunner): Promise<void> {
    await dropSealTables(q, 'casework');
  }
}
