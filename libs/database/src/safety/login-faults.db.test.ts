import { randomBytes } from 'node:crypto';
import { testDatabase, type TestDatabase } from '@qaf/testing';
import { urlFor, withClient } from '../client';
import { connect } from '../store/connect';
import { CASEWORK } from '../store/stores.fixtures';

let database: TestDatabase;
const roles: string[] = [];

beforeAll(async () => {
  database = await testDatabase([CASEWORK]);
});

afterAll(async () => {
  await asAdmin((run) => Promise.all(roles.map(run((role) => `reassign owned by ${role} to current_user; drop owned by ${role}; drop role ${role}`))));
  await database.drop();
});

async function asAdmin(work: (run: (sql: (role: string) => string) => (role: string) => Promise<unknown>) => Promise<unknown>): Promise<void> {
  await withClient(database.adminUrl, (admin) => work((sql) => (role) => admin.query(sql(role))));
}

/** Another login that can connect, with this much might. */
async function login(attributes: string, ...more: ((role: string) => string)[]): Promise<string> {
  const role = `qaf_try_${randomBytes(6).toString('hex')}`;
  roles.push(role);
  const statements = [(name: string) => `create role ${name} login password 'x' ${attributes}`, (name: string) => `grant connect on database ${new URL(database.adminUrl).pathname.slice(1)} to ${name}`, ...more];
  await asAdmin(async (run) => {
    for (const statement of statements) await run(statement)(role);
  });
  return urlFor(database.adminUrl, { user: role, password: 'x' });
}

const start = async (url: string): Promise<string> => {
  try {
    await (await connect(CASEWORK, url, { poolSize: 1 })).destroy();
    return 'started';
  } catch (error) {
    return (error as Error).message;
  }
};

test('the application’s own login starts', async () => {
  expect(await start(database.urls.casework)).toBe('started');
});

test('the administrator does not, and every reason is told', async () => {
  const said = await start(database.adminUrl);
  expect(said).toMatch(/^The login of casework may do more than it must: it is not qaf_casework; it is a superuser; it bypasses row rules; it may create roles; it may create databases; it may replicate; it owns what it is ruled by\./);
});

test.each<[string, string, ((role: string) => string)[]]>([
  ['bypasses row rules', 'bypassrls', []],
  ['may create roles', 'createrole', []],
  ['may create databases', 'createdb', []],
  ['is a member of qaf_casework_owner', '', [(role) => `grant qaf_casework_owner to ${role}`]],
  ['is a member of pg_read_all_data', '', [(role) => `grant pg_read_all_data to ${role}`]],
  ['is a member of pg_execute_server_program', 'noinherit', [(role) => `grant pg_execute_server_program to ${role}`]],
  ['owns what it is ruled by', '', [(role) => `grant usage, create on schema casework to ${role}; create table casework."of_${role}" (n int); alter table casework."of_${role}" owner to ${role}`]],
])('a login that %s does not', async (fault, attributes, more) => {
  expect(await start(await login(attributes, ...more))).toContain(`it ${fault}`);
});
