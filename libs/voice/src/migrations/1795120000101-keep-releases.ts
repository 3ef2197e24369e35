import { dropReleaseTables, releaseTables } from '@qaf/release';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is published of the sums, as it went out. */
export class KeepReleases1795120000101 implements MigrationInterface {
  name = 'KeepReleases1795120000101';

  async up(q: QueryRunner): Promise<void> {
    await releaseTables(q, 'voice');
  }

  async down(q: QueryRunner): Promise<void> {
    await dropReleaseTables(q, 'voice');
  }
}
