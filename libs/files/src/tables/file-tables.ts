import { changeProtection, createTable, dropTables, loginRole, protect, type SubgraphName } from '@qaf/database';
import type { QueryRunner } from 'typeorm';
import { CONTENT_TYPES, MOST_BYTES } from '../type/file-types';

/** One piece of a file, in bytes. */
export const PIECE = 1024 * 1024;

/**
 * What a subgraph keeps of files: each content once under its hash, in pieces, and the uploads that wait to be attached.
 * A content is there for whoever sees an upload of it; `showContentThrough` adds what else refers to it.
 */
export async function fileTables(q: QueryRunner, schema: SubgraphName): Promise<void> {
  const types = CONTENT_TYPES.map((type) => `'${type}'`).join(', ');
  await createTable(q, schema, 'file_content', `
    sha256 text primary key check (length(sha256) = 64),
    content_type text not null check (content_type in (${types})),
    bytes int not null check (bytes between 1 and ${MOST_BYTES})`);
  await createTable(q, schema, 'file_piece', `
    sha256 text not null references ${schema}.file_content on delete cascade,
    position int not null check (position between 0 and ${MOST_BYTES / PIECE - 1}),
    data bytea not null check (octet_length(data) between 1 and ${PIECE}),
    primary key (sha256, position)`);
  // The commonest kinds are packed already.
  await q.query(`alter table ${schema}.file_piece alter column data set storage external`);
  await createTable(q, schema, 'file_upload', `
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null,
    sha256 text not null references ${schema}.file_content deferrable initially deferred,
    name text not null check (length(name) between 1 and 200),
    uploaded_at timestamptz not null,
    unique (person_id, sha256)`);
  await q.query(`create index file_upload_content on ${schema}.file_upload (sha256)`);
  await q.query(`create index file_upload_age on ${schema}.file_upload (uploaded_at)`);
  const machine = `(select ${schema}.viewer_holds('machine_event'))`;
  await protect(q, schema, 'file_upload', { read: `person_id = (select ${schema}.viewer_person()) or ${machine}`, remove: true });
  await showContentThrough(q, schema, ['file_upload']);
  const content = `exists (select from ${schema}.file_content c where c.sha256 = file_piece.sha256)`;
  await protect(q, schema, 'file_piece', { read: content });
  await q.query(`revoke update on ${schema}.file_piece from ${loginRole(schema)}`);
}

/** Which tables' rows, for whoever sees them, show the content that their `sha256` names. Nothing of it can be changed. */
export async function showContentThrough(q: QueryRunner, schema: SubgraphName, tables: string[]): Promise<void> {
  const machine = `(select ${schema}.viewer_holds('machine_event'))`;
  const seen = tables.map((table) => `exists (select from ${schema}.${table} r where r.sha256 = file_content.sha256)`);
  const person = `(select ${schema}.viewer_person()) is not null`;
  await changeProtection(q, schema, 'file_content', { read: [...seen, machine].join(' or '), write: person });
  await q.query(`revoke update on ${schema}.file_content from ${loginRole(schema)}`);
  await q.query(`create policy file_content_remove on ${schema}.file_content for delete to ${loginRole(schema)} using (${machine})`);
  await q.query(`grant delete on ${schema}.file_content to ${loginRole(schema)}`);
}

export async function dropFileTables(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await dropTables(q, schema, ['file_upload', 'file_piece', 'file_content']);
}
