import { queueSchema, withoutRowRules } from '@qaf/database';
import { closeToNamed, openToNamed } from '@qaf/graph';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASEWORKERS, ME } from './row-rules';

const SCHEMA = 'casework';
/** Whose practice it is meets the audit as ever: while the checklist waits for them, and once feedback is given. */
const NOT_BEFORE_FEEDBACK = `(worker_id is distinct from ${ME} or feedback_given_on is not null or state in ('ALLOCATED', 'CHECKLIST_DONE'))`;

/** Those whom a lock names read the child's audits too; and every part hears again who works with each child, since one more of them keeps it. */
export class ShowAuditsToNamed1795100000100 implements MigrationInterface {
  name = 'ShowAuditsToNamed1795100000100';

  async up(q: QueryRunner): Promise<void> {
    await openToNamed(q, SCHEMA, 'audit', `${CASEWORKERS} and ${NOT_BEFORE_FEEDBACK}`);
    await withoutRowRules(q, SCHEMA, 'child', () => this.tellPlaces(q));
  }

  async down(q: QueryRunner): Promise<void> {
    await closeToNamed(q, SCHEMA, 'audit');
  }

  private async tellPlaces(q: QueryRunner): Promise<void> {
    await q.query(`
      insert into ${queueSchema(SCHEMA)}.outgoing (id, type, subject, occurred_at, data)
      select gen_random_uuid(), 'casework.children.changed.v1', 'children:import', now(), jsonb_build_object('children', jsonb_agg(
        jsonb_build_object('childId', c.id, 'workerId', c.worker_id, 'teamId', c.team_id, 'iroId', c.iro_id)))
      from (select id, worker_id, team_id, iro_id, (row_number() over (order by id) - 1) / 200 as batch from ${SCHEMA}.child where merged_into is null) c
      group by c.batch`);
  }
}
