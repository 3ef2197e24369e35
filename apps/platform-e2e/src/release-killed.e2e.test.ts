import { addDays, quarterOf, todayInLondon } from '@qaf/calendar';
import { machine } from '@qaf/identity';
import { openGraph, type OpenGraph, STORES } from '@qaf/platform';
import { TEST_SECRET, testDatabase, type TestDatabase } from '@qaf/testing';
import { publishedQuestionnaires, writeWaitingAnswers } from '@qaf/voice';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { openAuthority } from './authority';
import { addressOf, ROOT } from './running';
import { eventually } from './stage';

const PEOPLE = 14;
/** The last thing that a release writes; it waits here for a lock that somebody else holds. */
const GATE = 918_273;

describe('A release of anonymous answers', () => {
  let database: TestDatabase;
  let dataDir: string;
  let graph: OpenGraph;
  let admin: Client;
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    database = await testDatabase(STORES);
    dataDir = mkdtempSync(join(tmpdir(), 'qaf-killed-'));
    graph = await openGraph({ databaseUrl: database.adminUrl, dataDir, secret: TEST_SECRET, logger: pino({ level: 'silent' }), quiet: true, poolSize: 2 });
    await openAuthority(graph);
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    await graph.subgraphs.voice.unit(machine('machine_import', 'stage'), 'stage').command(async (tx) => {
      const questionnaireVersionId = (await publishedQuestionnaires(tx)).get('cp-plan-end') ?? '';
      const period = quarterOf(addDays(quarterOf(todayInLondon(new Date())).startsOn, -1)).code;
      const sheet = { language: 'en', variant: 'STANDARD', mode: 'LINK' as const, ageBand: '8_TO_11' as const, offeredLanguage: 'en', answers: [{ key: 'listened-to', value: '4' }, { key: 'feel-safe', value: 'YES' }, { key: 'what-helped', text: 'Being asked' }] };
      await writeWaitingAnswers(tx, Array.from({ length: PEOPLE }, () => ({ questionnaireVersionId, period, sheet })));
    });
    await admin.query(`create function voice.held() returns trigger language plpgsql as $held$ begin perform pg_advisory_xact_lock(${GATE}); return new; end $held$`);
    await admin.query('create trigger held before insert on voice.waiting_comment for each row execute function voice.held()');
  }, 120_000);

  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await admin?.end();
    await graph?.close();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<ChildProcess> {
    const env = { ...process.env, DATABASE_URL: database.adminUrl, QAF_DATA_DIR: dataDir, QAF_SUBGRAPH_SECRET: TEST_SECRET, PORT: '0', METRICS_PORT: '0', QAF_DEMO: '0', QAF_LOG_LEVEL: 'error', NODE_OPTIONS: '' };
    const child = spawn(process.execPath, [join(ROOT, 'dist/apps/platform/src/main.js')], { env, cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
    started.push(child);
    await addressOf(child, 1);
    return child;
  }

  const there = async () =>
    (await admin.query<Record<string, number>>(`select (select count(*)::int from voice.waiting_answer) as waiting, (select count(*)::int from voice.released_answer) as released,
      (select count(*)::int from voice.waiting_comment) as words, (select count(*)::int from voice.answer_batch_group) as groups, (select count(*)::int from voice.answer_batch where state = 'RELEASED') as batches`)).rows[0];
  const atTheGate = async () =>
    (await admin.query<{ pid: number }>(`select pid from pg_locks where locktype = 'advisory' and objid = ${GATE} and not granted and database = (select oid from pg_database where datname = current_database())`)).rows;
  const NOTHING = { waiting: PEOPLE, released: 0, words: 0, groups: 0, batches: 0 };

  it('that is killed when all but the last of it is written has done nothing', async () => {
    await admin.query('select pg_advisory_lock($1)', [GATE]);
    const platform = await start();
    const [held] = await eventually(atTheGate, (waiting) => waiting.length > 0, 60_000);
    const end = new Promise((resolve) => platform.once('exit', (_code, signal) => resolve(signal)));
    platform.kill('SIGKILL');
    expect(await end).toBe('SIGKILL');
    // The process is gone; what it had begun at the database ends when its connection is found to be closed.
    await admin.query('select pg_advisory_unlock($1)', [GATE]);
    await eventually(async () => (await admin.query('select from pg_stat_activity where pid = $1', [held?.pid])).rowCount, (left) => left === 0, 60_000);
    expect(await there()).toEqual(NOTHING);
  }, 120_000);

  it('is done whole by the next start', async () => {
    await start();
    const done = await eventually(there, (one) => one?.['batches'] === 1, 60_000);
    expect(done).toEqual({ waiting: 0, released: 2 * PEOPLE, words: PEOPLE, groups: 1, batches: 1 });
  }, 120_000);
});
