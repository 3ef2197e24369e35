import { protect, createTable, type SubgraphName } from '@qaf/database';
import type { QueryRunner } from 'typeorm';

/** The log that makes a command sent twice the same as once. Seen by the person who sent it alone. */
export async function commandTables(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await createTable(
    q,
    schema,
    'command_log',
    `person_id uuid not null,
     key text not null check (length(key) between 8 and 100),
     command text not null,
     fingerprint text not null,
     outcome jsonb,
     at timestamptz not null default now(),
     primary key (person_id, key)`,
  );
  await protect(q, schema, 'command_log', { read: 'person_id = (select viewer_person())' });
}

export async function dropCommandTables(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await q.query(`drop table ${schema}.command_log`);
}
