import { dropMergeTable, followMerges, mergeTable, unfollowMerges } from '@qaf/graph';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCHEMA } from './row-rules';

const TABLES = ['invitation', 'identified_response', 'views_record'];

/** What is told late of a merged record of a child goes to the one that was kept. */
export class FollowMergedChildren1795000000400 implements MigrationInterface {
  name = 'FollowMergedChildren1795000000400';

  async up(q: QueryRunner): Promise<void> {
    await mergeTable(q, SCHEMA);
    for (const table of TABLES) await followMerges(q, SCHEMA, table);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of TABLES) await unfollowMerges(q, SCHEMA, table);
    await dropMergeTable(q, SCHEMA);
  }
}
