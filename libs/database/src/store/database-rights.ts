import { escapeIdentifier, type Client } from 'pg';
import { loginRole, ownerRole, queueSchema, type SubgraphName } from '../subgraph-name';
import { viewerFunctions } from './viewer-functions';

/** Schema for extensions; no role of ours needs any right in it. */
const EXTENSIONS = 'extensions';

/** Closes the database to everyone who is not let in by name. A copy of a database does not inherit this. */
export async function closeDatabase(admin: Client, names: SubgraphName[]): Promise<void> {
  const { rows } = await admin.query<{ name: string }>('select current_database() as name');
  const database = escapeIdentifier(rows[0]?.name ?? '');
  await admin.query(`revoke all on database ${database} from public`);
  await admin.query('revoke all on schema public from public');
  for (const name of names) await admin.query(`grant connect on database ${database} to ${loginRole(name)}`);
  // Imports compare a file with what is there in a temporary table.
  if (names.includes('casework')) await admin.query(`grant temporary on database ${database} to ${loginRole('casework')}`);
}

/** What the owner may not make by itself: its schemas, and the extension that keeps periods from overlapping. */
export async function ensureSchemas(admin: Client, name: SubgraphName): Promise<void> {
  const owner = ownerRole(name);
  const login = loginRole(name);
  await admin.query(`create schema if not exists ${EXTENSIONS}`);
  await admin.query(`create extension if not exists btree_gist schema ${EXTENSIONS}`);
  await becomeMember(admin, owner);
  for (const schema of [name, queueSchema(name)]) await admin.query(`create schema if not exists ${schema} authorization ${owner}`);
  await admin.query(`set role ${owner}`);
  await admin.query(`grant usage on schema ${name}, ${queueSchema(name)} to ${login}`);
  await admin.query(viewerFunctions(name));
  await admin.query('reset role');
}

/** An administrator who is no superuser can act for a role only as its member; having made it is not enough from PostgreSQL 16 on. */
async function becomeMember(admin: Client, owner: string): Promise<void> {
  const { rows } = await admin.query<{ mighty: boolean }>('select rolsuper as mighty from pg_roles where rolname = current_user');
  if (!rows[0]?.mighty) await admin.query(`grant ${owner} to current_user`);
}
