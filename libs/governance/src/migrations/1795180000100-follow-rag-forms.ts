import { withoutRowRules } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = ['AUDIT', 'SUPERVISION', 'COMPLAINT', 'REVIEW', 'SURVEY', 'INSPECTION', 'MEETING', 'OBSERVATION', 'OTHER'];

/** An action may follow from the form after a review or conference. */
export class FollowRagForms1795180000100 implements MigrationInterface {
  name = 'FollowRagForms1795180000100';

  async up(q: QueryRunner): Promise<void> {
    await this.kinds(q, [...KINDS, 'RAG_FORM']);
    await q.query(`alter table governance.action add constraint action_of_rag_form check (source_kind <> 'RAG_FORM' or source_id is not null)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table governance.action drop constraint action_of_rag_form');
    await withoutRowRules(q, 'governance', 'action', () => this.forget(q));
    await this.kinds(q, KINDS);
  }

  /** The actions stay, closed ones too; only what they follow from is no longer told apart. */
  private async forget(q: QueryRunner): Promise<void> {
    await q.query('alter table governance.action disable trigger action_closed');
    await q.query(`update governance.action set source_kind = 'OTHER' where source_kind = 'RAG_FORM'`);
    await q.query('alter table governance.action enable trigger action_closed');
  }

  private async kinds(q: QueryRunner, kinds: readonly string[]): Promise<void> {
    await q.query(`alter table governance.action drop constraint action_source_kind_check, add constraint action_source_kind_check check (source_kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}))`);
  }
}
