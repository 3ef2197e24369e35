import { dropMergeTable, followMerges, mergeTable, unfollowMerges } from '@qaf/graph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'governance';
const TABLES = ['action', 'audit_place'];
/** Copies of another part's facts: an older word that comes late does not overrule a newer one. */
const PLACES = ['worker_place', 'child_place'];
const CLOSED = `old.state in ('VERIFIED', 'CANCELLED')`;
const MORE_THAN_MOVED = `((to_jsonb(old) - 'child_id') is distinct from (to_jsonb(new) - 'child_id') or new.child_id is not distinct from old.child_id)`;

/** Actions follow a merged child. A closed action stays as it is but for that. */
export class FollowMergedChildren1795000000400 implements MigrationInterface {
  name = 'FollowMergedChildren1795000000400';

  async up(q: QueryRunner): Promise<void> {
    for (const table of PLACES) await q.query(`alter table ${SCHEMA}.${table} add column told_at timestamptz`);
    await mergeTable(q, SCHEMA);
    for (const table of TABLES) await followMerges(q, SCHEMA, table);
    await this.closed(q, `${CLOSED} and ${MORE_THAN_MOVED}`);
  }

  async down(q: QueryRunner): Promise<void> {
    await this.closed(q, CLOSED);
    for (const table of TABLES) await unfollowMerges(q, SCHEMA, table);
    await dropMergeTable(q, SCHEMA);
    for (const table of PLACES) await q.query(`alter table ${SCHEMA}.${table} drop column told_at`);
  }

  private async closed(q: QueryRunner, when: string): Promise<void> {
    await q.query(`drop trigger action_closed on ${SCHEMA}.action`);
    await q.query(`create trigger action_closed before update on ${SCHEMA}.action for each row when (${when}) execute function ${SCHEMA}.refuse_change_of_closed_action()`);
  }
}
