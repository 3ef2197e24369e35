import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machine } from '@qaf/identity';
import { openGraph, type OpenGraph } from '@qaf/platform';
import { pino } from 'pino';
import { inspectionLists } from './inspection-lists.fixtures';

const ROOT = join(__dirname, '../..');
const NORTH = '5b0e3f0a-52f4-4b6c-9d6e-0c8f6a1d2b31';
const ADA = '5b0e3f0a-52f4-4b6c-9d6e-0c8f6a1d2b32';

jest.setTimeout(180_000);

let folder: string;
let workbook: string;
let graph: OpenGraph;

/** The database stays open here while the commands run beside it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qaf-import-'));
  workbook = join(folder, 'lists.xlsx');
  await writeFile(workbook, await inspectionLists());
  graph = await openGraph({ databaseUrl: undefined, dataDir: folder, secret: undefined, logger: pino({ level: 'silent' }), quiet: true });
  await as('workforce', `insert into service (code, name, kind, valid_from) values ('plans', 'Plans', 'social-care', '2015-04-01')`);
  await as('workforce', `insert into team (id, service_id, code, name, valid_from) select '${NORTH}', id, 'north', 'North  Team', '2015-04-01' from service`);
  await as('workforce', `insert into worker (id, staff_number, display_name, job_title) values ('${ADA}', 'W1', 'Ada Fixture', 'Social worker')`);
});

afterAll(async () => {
  await graph.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the command as a user's shell would, on the test's data folder. */
function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const { DATABASE_URL: _none, ...inherited } = process.env;
  const env = { ...inherited, NODE_OPTIONS: '', QAF_DATA_DIR: folder, QAF_DEMO: '0' };
  const child = spawn(process.execPath, [join(ROOT, 'dist/tools/commands/import.js'), ...args], { cwd: ROOT, env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}

function as<Row>(subgraph: 'workforce' | 'casework' | 'voice', sql: string): Promise<Row[]> {
  return graph.subgraphs[subgraph].unit(machine('machine_import', 'test'), 'test').command((tx) => tx.query<Row>(sql));
}

test('a workbook is checked, loaded, and loaded again without a change; voice hears of it', async () => {
  const checked = await run('annex-a', workbook, '--check');
  expect(checked).toMatchObject({ code: 0, err: '' });
  expect(checked.out).toMatch(/^annex-a: checked as of 2021-03-10; nothing was written\.$/m);
  expect(checked.out).toMatch(/^children +2 +0 +0$/m);

  const loaded = await run('annex-a', workbook);
  expect(loaded).toMatchObject({ code: 0, err: '' });
  expect(loaded.out).toMatch(/^List 7 +3 +2 +1$/m);
  expect(loaded.out).toMatch(/^episodes +3 +0 +0$/m);
  expect(loaded.out).toMatch(/^allocations +1 +0 +0$/m);
  expect(loaded.out).toContain('  List 7 4 Child Unique ID: this is not a child reference (letters and digits, no spaces)');
  expect(loaded.out).toContain('  List 7 3 Allocated Worker: no worker has this name; the row is kept without its worker');
  expect(loaded.out).toContain('Every event has had its effect.');
  for (const particular of ['Ada Fixture', 'Nobody Known', '29/05/2015', '2015-05']) expect(loaded.out).not.toContain(particular);

  const again = await run('annex-a', workbook);
  expect(again.code).toBe(0);
  expect(again.out).toMatch(/^children +0 +0 +2$/m);
  expect(again.out).toMatch(/^allocations +0 +0 +1$/m);
  expect(again.out).not.toContain('events');

  const [child] = await as('casework', `select worker_id, team_id, version from child where case_reference = 'A101'`);
  expect(child).toEqual({ worker_id: ADA, team_id: NORTH, version: 1 });
  const views = await as('voice', `select occasion, seen_alone, worker_id from views_record order by occasion`);
  expect(views).toEqual([{ occasion: 'CP_CONFERENCE', seen_alone: null, worker_id: ADA }, { occasion: 'VISIT', seen_alone: true, worker_id: ADA }]);
  expect(await as('voice', `select audience from invitation order by audience`)).toEqual([{ audience: 'CHILD' }, { audience: 'PARENT' }]);
});

test('what cannot be read is said with the file and the reason, and with the formats', async () => {
  const missing = join(folder, 'missing.xlsx');
  expect(await run('annex-a', missing)).toEqual({ code: 1, out: '', err: `${missing}: There is no such file.\n` });
  const text = join(folder, 'header.csv');
  await writeFile(text, 'CHILD,SEX,DOB\n');
  expect(await run('annex-a', text)).toEqual({ code: 1, out: '', err: `${text}: The file is not an .xlsx workbook.\n` });
  const unknown = await run('annex-z', workbook);
  expect(unknown.code).toBe(1);
  expect(unknown.err).toMatch(/^There is no format "annex-z"\.[^]*annex-a [^]*ssda903 /);
});

test('a workforce return is checked and loaded; who is incomplete is named, and a file with entities of its own refused', async () => {
  const worker = '<CSWWWorker><AgencyWorker>1</AgencyWorker><SWENo>SW0000000001</SWENo><FTE>0.5</FTE></CSWWWorker>';
  const text = `<Message><Header><CollectionDetails><Collection>CSWW</Collection><Year>2024</Year><ReferenceDate>2024-09-30</ReferenceDate></CollectionDetails><Source><LEA>999</LEA></Source></Header>${worker}</Message>`;
  const file = join(folder, 'return.xml');
  await writeFile(file, text);
  expect((await run('csww', file, '--check')).out).toContain('csww: checked; nothing was written.');
  const loaded = await run('csww', file);
  expect(loaded).toMatchObject({ code: 0, err: '' });
  expect(loaded.out).toContain('1 added, 0 changed, 0 unchanged');
  expect(loaded.out).toContain("worker 1, SW0000000001: missing date of birth, gender, ethnicity, role, first day in the role, weeks of the agency’s contract");
  expect((await run('csww', file)).out).toContain('0 added, 0 changed, 1 unchanged');
  await writeFile(file, `<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/hostname">]>${text}`);
  expect(await run('csww', file)).toMatchObject({ code: 1, err: 'The file declares a document type or entities of its own; a return has neither.\n' });
});
