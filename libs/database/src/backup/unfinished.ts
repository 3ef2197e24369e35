import type { Client } from 'pg';

const SCHEMA = 'extensions';
const MARK = `${SCHEMA}.restore_unfinished`;

/** Marks the database while a restore is under way: whoever finds it later knows that it broke off. */
export async function markUnfinished(client: Client): Promise<void> {
  await client.query(`create schema if not exists ${SCHEMA}; create table ${MARK} ()`);
}

export async function clearUnfinished(client: Client): Promise<void> {
  await client.query(`drop table ${MARK}`);
}

export async function isUnfinished(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [MARK]);
  return rows[0]?.found === true;
}
