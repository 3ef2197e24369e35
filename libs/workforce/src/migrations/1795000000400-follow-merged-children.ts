import { loginRole } from '@qaf/database';
import { dropMergeTable, followMerges, mergeTable, unfollowMerges } from '@qaf/graph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'workforce.case_discussion';
const EVENT = `(select workforce.viewer_holds('machine_event'))`;

/** Two records of one child may both have been spoken of in one session; merged, both discussions stay. */
export class FollowMergedChildren1795000000400 implements MigrationInterface {
  name = 'FollowMergedChildren1795000000400';

  async up(q: QueryRunner): Promise<void> {
    await mergeTable(q, 'workforce');
    await q.query(`alter table ${TABLE} add column merged_from uuid, drop constraint case_discussion_session_id_child_id_key,
      add constraint case_discussion_once unique nulls not distinct (session_id, child_id, merged_from)`);
    await q.query(`create policy case_discussion_moved on ${TABLE} for select to ${loginRole('workforce')} using (${EVENT})`);
    await q.query(`create policy case_discussion_moving on ${TABLE} for update to ${loginRole('workforce')} using (${EVENT})`);
    await followMerges(q, 'workforce', 'case_discussion');
  }

  async down(q: QueryRunner): Promise<void> {
    await unfollowMerges(q, 'workforce', 'case_discussion');
    for (const policy of ['case_discussion_moved', 'case_discussion_moving']) await q.query(`drop policy ${policy} on ${TABLE}`);
    await q.query(`alter table ${TABLE} drop constraint case_discussion_once, drop column merged_from, add constraint case_discussion_session_id_child_id_key unique (session_id, child_id)`);
    await dropMergeTable(q, 'workforce');
  }
}
