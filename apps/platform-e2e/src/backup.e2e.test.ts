import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatewayOver, openGraph } from '@qaf/platform';
import { TEST_SECRET } from '@qaf/testing';
import { pino } from 'pino';
import { Client } from 'pg';
import { submittedAudit } from './audit-thread';
import { childOf, type StageChild } from './children';
import { eventually, Stage } from './stage';
import { openedAction } from './things';

const ROOT = join(__dirname, '../../..');
const ASKED = `query Q($id: ID!) { child(id: $id) { caseReference version views { totalCount } actions { edges { node { title state child { id } } } } audits { edges { node { grade state } } }
  allocatedWorker { displayName manager { displayName } } episodes { edges { node { kind startedOn } } } } }`;

describe('A backup of the whole platform', () => {
  let stage: Stage;
  let child: StageChild;
  const folder = mkdtempSync(join(tmpdir(), 'qaf-kept-'));
  const file = join(folder, 'backup');
  const made: string[] = [];

  beforeAll(async () => {
    stage = await Stage.open();
    child = await childOf(stage, 'north', 'northWorker');
    await submittedAudit(stage, child.id, 'INADEQUATE');
    await openedAction(stage, child);
    await eventually(() => stage.ask('quality', ASKED, { id: child.id }), (answer) => answer.data.child.actions.edges.length === 2);
    await eventually(() => rows(stage.graph.server.adminUrl, 'select count(*)::int as n from casework.access_batch'), ([batch]) => (batch as { n: number }).n > 0);
  }, 120_000);

  afterAll(async () => {
    for (const name of made) await rows(stage.graph.server.adminUrl, `drop database if exists ${name} with (force)`);
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const rows = async (url: string, sql: string): Promise<object[]> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(`set timezone = 'UTC'`);
      return (await client.query<object>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const empty = async (): Promise<string> => {
    const name = `qaf_copy_${randomBytes(6).toString('hex')}`;
    made.push(name);
    await rows(stage.graph.server.adminUrl, `create database ${name}`);
    return Object.assign(new URL(stage.graph.server.adminUrl), { pathname: `/${name}` }).toString();
  };
  const command = (name: string, url: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, `dist/tools/commands/${name}.js`), ...args], { env: { ...process.env, DATABASE_URL: url, QAF_SUBGRAPH_SECRET: TEST_SECRET, NODE_OPTIONS: '' }, encoding: 'utf8' });
  /** A digest of each table, by a way that the backup does not go. */
  const digests = async (url: string) => {
    const tables = (await rows(url, `select format('%I.%I', schemaname, tablename) as t from pg_tables where schemaname ~ '^(workforce|casework|voice|governance)(_queue)?$' order by 1`)) as { t: string }[];
    const each = tables.map(({ t }) => `select '${t}' as name, count(*)::int as n, md5(string_agg(md5(r::text), '' order by md5(r::text) collate "C")) as digest from ${t} r`);
    return rows(url, `${each.join(' union all ')} order by 1`);
  };

  it('is taken while the platform runs, restored elsewhere, equal in every table, and answers the same', async () => {
    await stage.graph.settled(15_000);
    const taken = command('backup', stage.graph.server.adminUrl, '--to', file);
    expect([taken.status, taken.stderr]).toEqual([0, '']);
    expect(taken.stdout).toMatch(/^\d+ rows of \d+ tables, .* MB, in .* s: /);
    const copy = await empty();
    const restored = command('restore', copy, '--from', file);
    expect([restored.status, restored.stderr]).toEqual([0, '']);
    expect(restored.stdout.match(/: whole, \d+ lines in \d+ sealed batches\./g)).toHaveLength(4);
    const [before, after] = [await digests(stage.graph.server.adminUrl), await digests(copy)] as { name: string; n: number }[][];
    // The platform went on: it seals what it is asked, also by this look.
    const still = (all: { name: string }[] = []) => all.filter(({ name }) => !/access_|_queue|record/.test(name));
    expect(still(after)).toEqual(still(before));
    expect(still(after).length).toBeGreaterThan(60);
    const answer = await stage.ask('northManager', ASKED, { id: child.id });
    expect(await askCopy(copy)).toEqual(answer.data);
  }, 120_000);

  const askCopy = async (url: string): Promise<unknown> => {
    const logger = pino({ level: 'silent' });
    const graph = await openGraph({ databaseUrl: url, dataDir: stage.dataDir, secret: TEST_SECRET, logger, quiet: true, poolSize: 2 });
    const gateway = await gatewayOver(graph, { identity: { kind: 'development' }, dataDir: stage.dataDir, production: false, logger });
    try {
      const answer = await gateway.inject({ method: 'POST', url: '/graphql', headers: { authorization: `Bearer ${await stage.token('northManager')}` }, payload: { query: ASKED, variables: { id: child.id } } });
      return (answer.json() as { data: unknown }).data;
    } finally {
      await gateway.close();
      await graph.close();
    }
  };

  it('tells when the record of access in it is not whole', async () => {
    const source = await empty();
    expect(command('restore', source, '--from', file).status).toBe(0);
    await rows(source, `update casework.access_record set action = 'another' where id = (select min(id) from casework.access_record)`);
    const bad = join(folder, 'bad');
    expect(command('backup', source, '--to', bad).status).toBe(0);
    const restored = command('restore', await empty(), '--from', bad);
    expect(restored.status).toBe(1);
    expect(restored.stdout).toMatch(/Record of access of casework: NOT WHOLE: ALTERED at batch 1/);
  }, 120_000);

  it('that was changed in a byte is refused, and nothing is written', async () => {
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    const spoilt = join(folder, 'spoilt');
    writeFileSync(spoilt, bytes);
    const copy = await empty();
    const restored = command('restore', copy, '--from', spoilt);
    expect([restored.status, restored.stdout, restored.stderr]).toEqual([1, '', 'The backup is cut off or was changed since it was written.\n']);
    expect(await rows(copy, `select nspname from pg_namespace where nspname = 'casework'`)).toEqual([]);
  }, 60_000);
});
