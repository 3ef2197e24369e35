import { dropRollUp, rollUp } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCHEMA } from './row-rules';
import { SEEN_ALONE_ROLL_UPS } from './seen-alone-roll-ups';

const COLUMNS = ['held_by_team_id', 'held_by_service_id', 'ethnicity_group'];

/** Which team held the child on the day, and the child's ethnicity as a coarse group; and sums of visits by child and quarter. */
export class SumVisits1795120000100 implements MigrationInterface {
  name = 'SumVisits1795120000100';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table ${SCHEMA}.views_record add column held_by_team_id uuid, add column held_by_service_id uuid,
      add column ethnicity_group text check (ethnicity_group in ('WHITE', 'MIXED', 'ASIAN', 'BLACK', 'OTHER', 'UNKNOWN'))`);
    for (const one of SEEN_ALONE_ROLL_UPS) await rollUp(q, SCHEMA, one);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const one of [...SEEN_ALONE_ROLL_UPS].reverse()) await dropRollUp(q, SCHEMA, one);
    await q.query(`alter table ${SCHEMA}.views_record ${COLUMNS.map((column) => `drop column ${column}`).join(', ')}`);
  }
}
