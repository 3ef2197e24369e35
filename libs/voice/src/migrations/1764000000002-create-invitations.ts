import { createTable, dropTable, keepHistory, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PLACE_COLUMNS, placeIndexes, SCHEMA, SEES_CHILD } from './row-rules';

/** Where each child is placed now, as casework tells it, and who was invited to say how it was. */
export class CreateInvitations1764000000002 implements MigrationInterface {
  name = 'CreateInvitations1764000000002';

  async up(q: QueryRunner): Promise<void> {
    await places(q);
    await invitations(q);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['invitation', 'child_place']) await dropTable(q, SCHEMA, table);
  }
}

async function places(q: QueryRunner): Promise<void> {
  await createTable(q, SCHEMA, 'child_place', `
    child_id uuid primary key,
    ${PLACE_COLUMNS},
    told_at timestamptz not null`);
  for (const index of placeIndexes('child_place').slice(1)) await q.query(index);
  const machines = `(select viewer_holds('machine_event', 'machine_import'))`;
  await protect(q, SCHEMA, 'child_place', { read: SEES_CHILD, write: machines });
  await keepHistory(q, SCHEMA, 'child_place', { key: 'child_id' });
}

async function invitations(q: QueryRunner): Promise<void> {
  await createTable(q, SCHEMA, 'invitation', `
    id uuid primary key default gen_random_uuid(),
    child_id uuid not null,
    questionnaire_version_id uuid not null references ${SCHEMA}.questionnaire_version,
    audience text not null check (audience in ('CHILD', 'PARENT', 'CARER')),
    reason text not null check (reason ~ '^[A-Z0-9_]{2,40}$'),
    source_event uuid,
    subject_id uuid,
    raised_on date not null,
    ${PLACE_COLUMNS},
    mode text check (mode in ('LINK', 'PAPER', 'INTERVIEW')),
    given_on date check (given_on >= raised_on),
    links_given int not null default 0 check (links_given between 0 and 3),
    version int not null default 1,
    unique (source_event, audience),
    unique (reason, subject_id, audience),
    check ((mode is null) = (given_on is null))`);
  for (const index of placeIndexes('invitation')) await q.query(index);
  await q.query(`create index invitation_of_version on ${SCHEMA}.invitation (questionnaire_version_id)`);
  await q.query(`create index invitation_raised on ${SCHEMA}.invitation (raised_on, id)`);
  await protect(q, SCHEMA, 'invitation', { read: SEES_CHILD });
  await keepHistory(q, SCHEMA, 'invitation');
}
