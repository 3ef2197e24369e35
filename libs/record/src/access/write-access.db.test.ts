import { randomUUID } from 'node:crypto';
import { testDatabase } from '@qaf/testing';
import { Client } from 'pg';
import { bareStore } from '../record.fixtures';
import { writeAccess, type AccessRecord } from './write-access';

let database: Awaited<ReturnType<typeof testDatabase>>;
let login: Client;
let anna: string;

beforeAll(async () => {
  database = await testDatabase([bareStore('casework')]);
  login = new Client({ connectionString: database.urls.casework });
  await login.connect();
}, 60_000);

afterAll(async () => {
  await login.end();
  await database.drop();
}, 30_000);

beforeEach(() => {
  anna = randomUUID();
});

afterEach(() => login.query('rollback'));

async function beginAs(person: string, roles = '{}', settings: Record<string, string> = {}): Promise<void> {
  await login.query('begin');
  for (const [name, value] of Object.entries({ 'qaf.person': person, 'qaf.roles': roles, ...settings })) {
    await login.query('select set_config($1, $2, true)', [name, value]);
  }
}

function read(...ids: string[]): AccessRecord {
  return { operation: 'READ', entityType: 'Child', ids, action: 'child', outcome: 'GIVEN' };
}

const refusal = async (sql: string, params: unknown[] = []): Promise<string> => {
  const error = await login.query(sql, params).then(
    () => ({ code: 'none' }),
    (fault: { code: string }) => fault,
  );
  return error.code;
};

const PERMISSION_DENIED = '42501';

describe('the access record', () => {
  it('says who read which rows, when, for which request and why, from the settings of the transaction', async () => {
    const [mia, leo] = [randomUUID(), randomUUID()];
    await beginAs(anna, '{social_worker}', { 'qaf.request': 'request-1', 'qaf.purpose': 'complaint' });
    const before = new Date(Date.now() - 60_000);
    await writeAccess(login, [read(mia, leo), { operation: 'CHANGE', entityType: 'Audit', ids: [leo], action: 'gradeAudit', outcome: 'GIVEN' }]);
    await login.query('commit');

    await beginAs(randomUUID(), '{information_governance_officer}');
    const { rows } = await login.query('select at, person_id, request, operation, entity_type, ids, action, purpose, outcome from access_record where person_id = $1 order by id', [anna]);
    expect(rows).toEqual([
      { at: expect.any(Date), person_id: anna, request: 'request-1', operation: 'READ', entity_type: 'Child', ids: [mia, leo], action: 'child', purpose: 'complaint', outcome: 'GIVEN' },
      { at: expect.any(Date), person_id: anna, request: 'request-1', operation: 'CHANGE', entity_type: 'Audit', ids: [leo], action: 'gradeAudit', purpose: 'complaint', outcome: 'GIVEN' },
    ]);
    expect(rows[0].at.getTime()).toBeGreaterThan(before.getTime());
  });

  it('has no person, request or purpose where the transaction names none', async () => {
    const child = randomUUID();
    await login.query('begin');
    await writeAccess(login, [read(child)]);
    await login.query('commit');
    await beginAs(anna, '{information_governance_officer}');
    const { rows } = await login.query('select person_id, request, purpose from access_record where $1 = any(ids)', [child]);
    expect(rows).toEqual([{ person_id: null, request: null, purpose: null }]);
  });

  it('is gone with the transaction it belongs to', async () => {
    await beginAs(anna);
    await writeAccess(login, [read(randomUUID())]);
    await login.query('rollback');
    await beginAs(anna, '{information_governance_officer}');
    expect((await login.query('select from access_record where person_id = $1', [anna])).rowCount).toBe(0);
  });

  it('writes nothing when there is nothing to write', async () => {
    await writeAccess({ query: () => Promise.reject(new Error('a statement was sent')) }, []);
  });

  it('is read by information governance alone', async () => {
    await beginAs(anna);
    await writeAccess(login, [read(randomUUID())]);
    await login.query('commit');
    await beginAs(anna, '{director,principal_social_worker,administrator}');
    expect((await login.query('select from access_record')).rowCount).toBe(0);
    await login.query('rollback');
    expect((await login.query('select from access_record')).rowCount).toBe(0);
  });

  it.each(['person_id', 'at', 'request', 'purpose', 'id'])('lets nobody choose the %s', async (column) => {
    await beginAs(anna);
    const values: Record<string, string> = { person_id: `'${randomUUID()}'`, at: 'now()', request: "'x'", purpose: "'x'", id: '1' };
    expect(await refusal(`insert into access_record (operation, entity_type, ids, action, outcome, ${column}) overriding system value values ('READ', 'Child', '{}', 'child', 'GIVEN', ${values[column]})`)).toBe(PERMISSION_DENIED);
  });

  it.each(["update access_record set outcome = 'x'", 'delete from access_record', 'truncate access_record', 'alter table access_record disable row level security', 'drop table access_record'])(
    'cannot be altered by the application: %s',
    async (sql) => {
      await beginAs(anna, '{information_governance_officer,administrator}');
      expect(await refusal(sql)).toBe(PERMISSION_DENIED);
    },
  );

  it('takes no operation that it does not know', async () => {
    await beginAs(anna);
    await expect(writeAccess(login, [{ ...read(), operation: 'PEEK' as 'READ' }])).rejects.toMatchObject({ code: '23514' });
  });
});
