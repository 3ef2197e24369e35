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
    await this.kinds(q, KINDS);
  }

  private async kinds(q: QueryRunner, kinds: readonly string[]): Promise<void> {
    await q.query(`alter table governance.action drop constraint action_source_kind_check, add constraint action_source_kind_check check (source_kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}))`);
  }
}
