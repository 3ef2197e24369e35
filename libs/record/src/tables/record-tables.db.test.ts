import { testDatabase } from '@qaf/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { publish } from '../event/publish';
import { bareStore } from '../record.fixtures';
import { graded, newId } from '../relay/relay.fixtures';

let database: Awaited<ReturnType<typeof testDatabase>>;
let login: Client;

beforeEach(async () => {
  database = await testDatabase([bareStore('casework')]);
  login = new Client({ connectionString: database.urls.casework });
  await login.connect();
}, 60_000);

afterEach(async () => {
  await login.end();
  await database.drop();
}, 30_000);

/** As the owner, the way the migrations run. */
async function asOwner(work: (source: DataSource) => Promise<void>): Promise<void> {
  const store = bareStore('casework');
  const source = new DataSource({ type: 'postgres', url: database.adminUrl, migrationsTableName: 'migration', extra: { options: '-c role=qaf_casework_owner -c search_path=casework' }, schema: 'casework', migrations: store.migrations as never[], entities: [] });
  await source.initialize();
  try {
    await work(source);
  } finally {
    await source.destroy();
  }
}

const tables = `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('casework', 'casework_queue') and c.relkind in ('r', 'p') and c.relname <> 'migration' order by 1`;

describe('the tables of the record', () => {
  it('go with everything in them and come back', async () => {
    await publish(login, 'casework', graded(newId(), 1));
    await asOwner(async (source) => {
      const before = await source.query(tables);
      await source.undoLastMigration();
      expect(await source.query(tables)).toEqual([]);
      await source.runMigrations();
      expect(await source.query(tables)).toEqual(before);
    });
    await publish(login, 'casework', graded(newId(), 1));
    expect((await login.query('select from casework_queue.outgoing')).rowCount).toBe(1);
  }, 60_000);

  it('are rolled back whole when a later step of the migration fails', async () => {
    await asOwner(async (source) => {
      await source.undoLastMigration();
      const runner = source.createQueryRunner();
      await runner.startTransaction();
      await (new (bareStore('casework').migrations[0] as new () => { up(q: unknown): Promise<void> })()).up(runner);
      await runner.rollbackTransaction();
      await runner.release();
      expect(await source.query(tables)).toEqual([]);
    });
  }, 60_000);

  it('give the login no right to make or alter anything', async () => {
    for (const sql of [
      'create table casework_queue.mine (id int)',
      'create table casework.mine (id int)',
      'alter table casework_queue.job add column mine int',
      'truncate casework_queue.outgoing',
      "update casework_queue.outgoing set type = 'x'",
      "update casework_queue.queue set policy = 'standard'",
      "select casework_queue.create_queue('mine', '{}')",
      "select casework_queue.delete_queue('to-governance')",
      'update handled_event set type = $$x$$',
      'delete from handled_event',
    ]) {
      await expect(login.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
