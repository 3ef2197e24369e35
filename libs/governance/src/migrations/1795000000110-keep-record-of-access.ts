import { createTable, dropTable, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'governance';
const KEEPER = `(select governance.viewer_holds('machine_record'))`;
const READERS = `(select governance.viewer_holds('machine_record', 'information_governance_officer'))`;

/** The record of access of all four subgraphs, as their sealers hand it over: added to, and never changed. */
export class KeepRecordOfAccess1795000000110 implements MigrationInterface {
  name = 'KeepRecordOfAccess1795000000110';

  async up(q: QueryRunner): Promise<void> {
    await this.batches(q);
    await this.entries(q);
    await createTable(q, SCHEMA, 'record_health', `
      subgraph text primary key,
      sealed_seq bigint not null,
      sealed_at timestamptz,
      waiting int not null,
      waiting_since timestamptz,
      reported_at timestamptz not null,
      refused_seq bigint,
      checked_at timestamptz,
      checked_batches int,
      faults text[] not null default '{}'`);
    await protect(q, SCHEMA, 'record_health', { read: READERS, write: KEEPER });
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['record_health', 'access_entry', 'record_batch']) await dropTable(q, SCHEMA, table);
  }

  private async batches(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'record_batch', `
      subgraph text not null,
      seq bigint not null,
      from_id bigint not null,
      to_id bigint not null,
      count int not null,
      rows_digest text not null,
      previous_digest text not null,
      digest text not null,
      key_mark text not null,
      sealed_at timestamptz not null,
      received_at timestamptz not null default clock_timestamp(),
      primary key (subgraph, seq)`);
    await addedOnly(q, 'record_batch');
  }

  /** One row for each object of a line, so that "who looked at this?" is asked by an index that row rules leave in use. */
  private async entries(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'access_entry', `
      id uuid primary key default gen_random_uuid(),
      subgraph text not null,
      batch bigint not null,
      record_id bigint not null,
      position int not null,
      at timestamptz not null,
      person_id uuid,
      request text,
      operation text not null,
      entity_type text not null,
      object_id uuid,
      action text not null,
      purpose text,
      outcome text not null,
      again boolean not null,
      unique (subgraph, record_id, position)`);
    await q.query(`create index access_entry_at on ${SCHEMA}.access_entry (at, id) where not again`);
    await q.query(`create index access_entry_object on ${SCHEMA}.access_entry (object_id, at, id) where not again`);
    await q.query(`create index access_entry_person on ${SCHEMA}.access_entry (person_id, at, id) where not again`);
    await q.query(`create index access_entry_request on ${SCHEMA}.access_entry (request, object_id) where not again`);
    await addedOnly(q, 'access_entry');
  }
}

async function addedOnly(q: QueryRunner, table: string): Promise<void> {
  const path = `${SCHEMA}.${table}`;
  await q.query(`alter table ${path} enable row level security, force row level security;
    create policy ${table}_read on ${path} for select to qaf_governance using (${READERS});
    create policy ${table}_write on ${path} for insert to qaf_governance with check (${KEEPER});
    grant select, insert on ${path} to qaf_governance;`);
}
