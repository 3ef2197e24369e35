import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an import told of whether the child was seen, so that the next one knows what it changes. What is known of it is the voice's. */
export class KeepWhatVisitsTold1764000002005 implements MigrationInterface {
  name = 'KeepWhatVisitsTold1764000002005';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table casework.visit add column told_seen boolean, add column told_seen_alone boolean');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table casework.visit drop column told_seen, drop column told_seen_alone');
  }
}
