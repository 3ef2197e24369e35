import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCHEMA } from './row-rules';

const COLUMNS = ['age_band', 'language', 'outcome', 'outcome_reason', 'outcome_on'];
const REASONS = ['NOT_REACHED', 'NOT_SAFE_TO_ASK', 'NO_SUITABLE_FORM', 'UNABLE', 'NO_REASON_GIVEN', 'OTHER'];

/** What an invitation's link says of many at once, and that somebody was not asked or would not answer. What was answered it never learns. */
export class NoteOutcomes1795110000001 implements MigrationInterface {
  name = 'NoteOutcomes1795110000001';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table ${SCHEMA}.invitation
      add column age_band text check (age_band in ('UNDER_8', '8_TO_11', '12_TO_15', '16_AND_OVER')),
      add column language text check (language ~ '^[a-z]{2,3}$'),
      add column outcome text check (outcome in ('DECLINED', 'NOT_OFFERED')),
      add column outcome_reason text check (outcome_reason in (${REASONS.map((reason) => `'${reason}'`).join(', ')})),
      add column outcome_on date,
      add constraint invitation_outcome_whole check ((outcome is null) = (outcome_on is null) and (outcome is null) = (outcome_reason is null)),
      add constraint invitation_not_offered check (outcome <> 'NOT_OFFERED' or given_on is null)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table ${SCHEMA}.invitation ${COLUMNS.map((column) => `drop column ${column}`).join(', ')}`);
  }
}
