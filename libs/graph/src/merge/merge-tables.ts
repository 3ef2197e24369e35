import { createTable, dropTable, protect, type SubgraphName } from '@qaf/database';
import type { QueryRunner } from 'typeorm';

const MACHINES = `(select viewer_holds('machine_event', 'machine_import'))`;

/** Which records of a child became part of another's, as casework told. */
export async function mergeTable(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await createTable(q, schema, 'child_merge', `
    merged_id uuid primary key,
    kept_id uuid not null check (kept_id <> merged_id),
    told_at timestamptz not null`);
  await q.query(`create index child_merge_of_kept on ${schema}.child_merge (kept_id)`);
  await protect(q, schema, 'child_merge', { read: `(select viewer_worker()) is not null or ${MACHINES}`, write: MACHINES });
}

/** What is still written about a merged record, by an event that was under way or a page that was open, goes to the one that was kept. */
export async function followMerges(q: QueryRunner, schema: SubgraphName, table: string): Promise<void> {
  await q.query(`create function ${schema}.${table}_follow_merge() returns trigger language plpgsql as $follow$
    begin
      new.child_id = coalesce((select m.kept_id from ${schema}.child_merge m where m.merged_id = new.child_id), new.child_id);
      return new;
    end $follow$`);
  await q.query(`create trigger ${table}_follow_merge before insert on ${schema}.${table} for each row when (new.child_id is not null) execute function ${schema}.${table}_follow_merge()`);
}

export async function unfollowMerges(q: QueryRunner, schema: SubgraphName, table: string): Promise<void> {
  await q.query(`drop trigger ${table}_follow_merge on ${schema}.${table}; drop function ${schema}.${table}_follow_merge()`);
}

export async function dropMergeTable(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await dropTable(q, schema, 'child_merge');
}
