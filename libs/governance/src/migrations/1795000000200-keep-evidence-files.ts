import { createTable, dropTable, protect } from '@qaf/database';
import { dropFileTables, fileTables, showContentThrough } from '@qaf/files';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'governance';

const KINDS = ['OPENED', 'PROGRESS', 'DONE', 'VERIFIED', 'RETURNED', 'CANCELLED', 'OWNER_CHANGED', 'DUE_DATE_CHANGED', 'ESCALATED'];
const EVIDENCE_KINDS = ['EVIDENCE_ATTACHED', 'EVIDENCE_REMOVED'];

const DETAIL = ['owner_id', 'deputy_id', 'verifier_id', 'opened_by_id', 'worker_id', 'team_id', 'service_id'].map((column) => `a.${column}`).join(', ');

// As the steps: whoever sees the action, but for those who follow it without its detail.
const SEES = `exists (select from ${SCHEMA}.action a where a.id = action_id
  and (not (select ${SCHEMA}.viewer_holds('chief_executive')) or ${SCHEMA}.sees_action_detail(${DETAIL})))`;
const REMOVES = `uploaded_by_person = (select ${SCHEMA}.viewer_person()) or (select ${SCHEMA}.viewer_holds('principal_social_worker', 'qpa_officer'))`;

/** Files that show what was done about an action. Nothing of one changes; it can be removed, and then nothing of it is left. */
export class KeepEvidenceFiles1795000000200 implements MigrationInterface {
  name = 'KeepEvidenceFiles1795000000200';

  async up(q: QueryRunner): Promise<void> {
    await fileTables(q, SCHEMA);
    await createTable(q, SCHEMA, 'evidence_file', `
      id uuid primary key default gen_random_uuid(),
      action_id uuid not null references ${SCHEMA}.action,
      sha256 text not null references ${SCHEMA}.file_content,
      title text not null check (length(title) between 1 and 200),
      name text not null check (length(name) between 1 and 200),
      uploaded_by_person uuid not null,
      uploaded_by_id uuid,
      uploaded_at timestamptz not null,
      unique (action_id, sha256)`);
    await q.query(`create index evidence_file_content on ${SCHEMA}.evidence_file (sha256)`);
    await protect(q, SCHEMA, 'evidence_file', { read: SEES, write: `(${REMOVES}) and ${SEES}`, remove: true });
    await q.query(`revoke update on ${SCHEMA}.evidence_file from qaf_governance`);
    await showContentThrough(q, SCHEMA, ['file_upload', 'evidence_file']);
    await this.stepKinds(q, [...KINDS, ...EVIDENCE_KINDS]);
  }

  async down(q: QueryRunner): Promise<void> {
    await this.stepKinds(q, KINDS);
    await showContentThrough(q, SCHEMA, ['file_upload']);
    await dropTable(q, SCHEMA, 'evidence_file');
    await dropFileTables(q, SCHEMA);
  }

  private async stepKinds(q: QueryRunner, kinds: string[]): Promise<void> {
    await q.query(`alter table ${SCHEMA}.action_step drop constraint action_step_kind_check,
      add constraint action_step_kind_check check (kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}))`);
  }
}
