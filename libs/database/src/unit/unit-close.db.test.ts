import { machine } from '@qaf/identity';
import { testDatabase, type TestDatabase } from '@qaf/testing';
import type { DataSource } from 'typeorm';
import { connect } from '../store/connect';
import { CASEWORK } from '../store/stores.fixtures';
import { withClient } from '../client';
import { Unit, UnitClosed } from './unit';

let database: TestDatabase;
let dataSource: DataSource;
const written: string[] = [];

beforeAll(async () => {
  database = await testDatabase([CASEWORK]);
  // Of one connection: whoever keeps it shuts everybody else out.
  dataSource = await connect(CASEWORK, database.urls.casework, { poolSize: 1 });
}, 60_000);

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

beforeEach(() => void written.splice(0));

const unit = (): Unit =>
  new Unit({ dataSource, viewer: machine('machine_import', 'close'), action: 'story', writeAccess: (_tx, entries) => Promise.resolve(void written.push(...entries.flatMap(({ ids }) => ids))) });
const openTransactions = (): Promise<number> =>
  withClient(database.adminUrl, async (client) => (await client.query(`select count(*)::int as n from pg_stat_activity where application_name = 'casework' and state like 'idle in transaction%' and datname = current_database()`)).rows[0].n as number);

describe('A unit that is closed', () => {
  it('has written its record and left no transaction open', async () => {
    const one = unit();
    await one.query('select 1');
    expect(await openTransactions()).toBe(1);
    one.saw('Note', 'n1');
    await one.close();
    expect([written, await openTransactions()]).toEqual([['n1'], 0]);
  });

  it('reads nothing more for a field that still runs when the answer is given', async () => {
    const one = unit();
    await one.query('select 1');
    await one.close();
    await expect(one.query('select 2')).rejects.toBeInstanceOf(UnitClosed);
    await expect(one.load({ name: 'late', batch: (reading, keys: readonly string[]) => reading.query<string>('select 3', [...keys]) }, 'k')).rejects.toBeInstanceOf(UnitClosed);
    expect(await openTransactions()).toBe(0);
    // The only connection is free.
    const next = unit();
    expect(await next.query('select 4 as n')).toEqual([{ n: 4 }]);
    await next.close();
  });

  it('that never read opens nothing', async () => {
    const one = unit();
    await one.close();
    expect([one.statements, await openTransactions()]).toEqual([0, 0]);
  });

  it('gives its connection up when the record cannot be written, and says so', async () => {
    const one = new Unit({ dataSource, viewer: machine('machine_import', 'close'), action: 'story', writeAccess: (tx) => tx.query('select no_such_function()').then(() => undefined) });
    await one.query('select 1');
    one.saw('Note', 'n1');
    await expect(one.close()).rejects.toMatchObject({ name: 'DatabaseFailure', code: '42883' });
    const next = unit();
    expect(await next.query('select 5 as n')).toEqual([{ n: 5 }]);
    await next.close();
    expect(await openTransactions()).toBe(0);
  });
});
