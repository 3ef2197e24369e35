import { createTable, dropTables, keepHistory, loginRole, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OPENED, SCHEMA } from './row-rules';

const LOGIN = loginRole(SCHEMA);
/** The front door, which takes in every concern about a child, and the Principal Social Worker, who sees that it is done. */
const HELPERS = `(select viewer_holds('compass_service_manager', 'principal_social_worker'))`;
const MOST = 3;

/** Somebody who answered without a name says who they are after all, so that a person can help. It lies apart from what they answered. */
export class AskForHelp1795110000002 implements MigrationInterface {
  name = 'AskForHelp1795110000002';

  async up(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'help_request', `
      id uuid primary key default gen_random_uuid(),
      name text not null,
      how_to_reach text,
      words text,
      asked_at timestamptz not null,
      state text not null default 'ASKED' check (state in ('ASKED', 'TAKEN', 'CLOSED')),
      taken_by uuid,
      taken_at timestamptz,
      outcome text check (outcome in ('IN_CONTACT', 'KNOWN_ALREADY', 'REFERRED', 'NOT_FOUND')),
      closed_at timestamptz,
      version int not null default 1,
      check ((state = 'ASKED') = (taken_by is null) and (taken_by is null) = (taken_at is null)),
      check ((state = 'CLOSED') = (outcome is not null) and (outcome is null) = (closed_at is null))`);
    await q.query(`create index help_request_open on ${SCHEMA}.help_request (asked_at, id)`);
    await protect(q, SCHEMA, 'help_request', { read: HELPERS });
    await q.query(`create policy help_request_asked on ${SCHEMA}.help_request for insert to ${LOGIN} with check (cardinality((select ${OPENED})::uuid[]) > 0)`);
    await keepHistory(q, SCHEMA, 'help_request');
    await createTable(q, SCHEMA, 'help_token', `hash text not null check (length(hash) = 64), number int not null check (number between 1 and ${MOST}), primary key (hash, number)`);
    await protect(q, SCHEMA, 'help_token', { read: `hash = (select nullif(current_setting('voice.help_token', true), ''))` });
    await q.query(`revoke update on ${SCHEMA}.help_token from ${LOGIN}`);
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, SCHEMA, ['help_token', 'help_request']);
  }
}
