import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepHistory } from '../migration/history';
import { appendOnly, protect } from '../migration/protection';
import { createTable, dropTable } from '../migration/table';
import type { StoreDefinition } from '../store/store-definition';

/** Notes belong to a team; leaders of the team see and write them. Entries of the log are only ever added. */
export class CreateNotes1700000000001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(q, 'casework', 'note', 'id uuid primary key default gen_random_uuid(), team_id uuid not null, words text not null, written_on date');
    await protect(q, 'casework', 'note', { read: 'team_id = any((select viewer_teams())::uuid[])' });
    await keepHistory(q, 'casework', 'note');
    await createTable(q, 'casework', 'entry', 'id bigint generated always as identity primary key, words text not null');
    await appendOnly(q, 'casework', 'entry', { read: `(select viewer_holds('information_governance_officer'))` });
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['entry', 'note']) await dropTable(q, 'casework', table);
  }
}

export class AddNothing1700000000002 implements MigrationInterface {
  async up(): Promise<void> {}
  async down(): Promise<void> {}
}

export const CASEWORK: StoreDefinition = { name: 'casework', entities: [], migrations: [CreateNotes1700000000001] };
export const VOICE: StoreDefinition = { name: 'voice', entities: [], migrations: [] };

export const NORTH = '11111111-1111-4111-8111-111111111111';
export const SOUTH = '22222222-2222-4222-8222-222222222222';
