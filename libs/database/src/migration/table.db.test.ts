import { testDatabase } from '@qaf/testing';
import type { QueryRunner } from 'typeorm';
import { withOwner } from '../store/migrate';
import { keepHistory } from './history';
import { changeProtection, protect, withoutRowRules } from './protection';
import { createTable, dropTable, dropTables } from './table';

const VOICE = { name: 'voice' as const, entities: [], migrations: [] };

async function asOwner(work: (q: QueryRunner) => Promise<void>): Promise<void> {
  const database = await testDatabase([VOICE]);
  try {
    await withOwner(database.adminUrl, VOICE, (source) => source.transaction((manager) => work(manager.queryRunner!)));
  } finally {
    await database.drop();
  }
}

/** Each looks at the other in its rule, as a person and their roles do. */
async function createPair(q: QueryRunner): Promise<void> {
  await createTable(q, 'voice', 'person', 'id uuid primary key default gen_random_uuid(), name text not null');
  await createTable(q, 'voice', 'role', 'id uuid primary key default gen_random_uuid(), person_id uuid not null references voice.person');
  await protect(q, 'voice', 'person', { read: 'exists (select from voice.role r where r.person_id = person.id)' });
  await protect(q, 'voice', 'role', { read: 'exists (select from voice.person p where p.id = role.person_id)' });
  await keepHistory(q, 'voice', 'person');
}

const left = `select (select count(*) from pg_class where relnamespace = 'voice'::regnamespace and relname ~ '^(person|role)')
  + (select count(*) from pg_proc where pronamespace = 'voice'::regnamespace and proname ~ 'keep') as left`;

test('tables whose rules look at each other go together, with their histories', async () => {
  await asOwner(async (q) => {
    await createPair(q);
    await dropTables(q, 'voice', ['role', 'person']);
    expect(await q.query(left)).toEqual([{ left: '0' }]);
  });
});

test('a table that something else still looks at does not go alone', async () => {
  const alone = asOwner(async (q) => {
    await createPair(q);
    await dropTable(q, 'voice', 'role');
  });
  await expect(alone).rejects.toMatchObject({ driverError: { code: '2BP01' } });
});

test('the owner sees and writes rows only while a migration says so, and history is kept then too', async () => {
  await asOwner(async (q) => {
    await createPair(q);
    const write = () => q.query(`insert into voice.person (name) values ('Sam')`);
    await withoutRowRules(q, 'voice', 'person', async () => {
      await write();
      expect(await q.query(`select "row" ->> 'name' as name, changed_by from voice.person_history`)).toEqual([{ name: 'Sam', changed_by: null }]);
    });
    expect(await q.query('select * from voice.person')).toEqual([]);
    await q.query('savepoint before');
    await expect(write()).rejects.toMatchObject({ driverError: { code: '42501' } });
    await q.query('rollback to before');
  });
});

test('a rule can be replaced', async () => {
  await asOwner(async (q) => {
    await createPair(q);
    await changeProtection(q, 'voice', 'role', { read: 'true', write: 'false', remove: true });
    const policies = await q.query(`select policyname as name, cmd from pg_policies where tablename = 'role' order by 1`);
    expect(policies).toEqual([
      { name: 'role_change', cmd: 'UPDATE' },
      { name: 'role_read', cmd: 'SELECT' },
      { name: 'role_remove', cmd: 'DELETE' },
      { name: 'role_write', cmd: 'INSERT' },
    ]);
  });
});

test('a name that is no plain table name is refused', async () => {
  await expect(createTable({} as QueryRunner, 'voice', 'x; drop table y', 'n int')).rejects.toThrow('is no name for a table');
});
