import { loginRole, type SubgraphName } from '@qaf/database';
import type { QueryRunner } from 'typeorm';

const READERS = "'machine_record', 'information_governance_officer'";

/**
 * The seals of the access record, for a migration after `recordTables`: one line for each batch, each bound to the one
 * before it by a key that is not in the database. Added to by the sealer alone; never changed and never removed.
 */
export async function sealTables(q: QueryRunner, schema: SubgraphName): Promise<void> {
  const login = loginRole(schema);
  const path = `${schema}.access_batch`;
  await q.query(`
    create table ${path} (
      seq bigint primary key,
      from_id bigint not null,
      to_id bigint not null,
      count int not null,
      rows_digest text not null,
      previous_digest text not null,
      digest text not null,
      key_mark text not null,
      sealed_at timestamptz not null
    );
    alter table ${path} enable row level security, force row level security;
    create policy access_batch_read on ${path} for select to ${login} using ((select ${schema}.viewer_holds(${READERS})));
    create policy access_batch_write on ${path} for insert to ${login} with check ((select ${schema}.viewer_holds('machine_record')));
    grant select, insert on ${path} to ${login};
    alter policy access_record_read on ${schema}.access_record using ((select ${schema}.viewer_holds(${READERS})));`);
}

/** Takes back what sealTables made. */
export async function dropSealTables(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await q.query(`
    drop table ${schema}.access_batch;
    alter policy access_record_read on ${schema}.access_record using ((select ${schema}.viewer_holds('information_governance_officer')));`);
}
