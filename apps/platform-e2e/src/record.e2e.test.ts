import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { globalId } from '@qaf/graph';
import { machine, signViewer } from '@qaf/identity';
import { checkRecords, inWords } from '@qaf/platform';
import { withClient } from '@qaf/database';
import { auditCommand } from './audit-thread';
import { childOf, type StageChild } from './children';
import { inDays } from './days';
import { eventually, Stage } from './stage';
import type { Cast } from './authority';

interface Entry {
  at: string;
  actor: string;
  person: { displayName: string } | null;
  operation: string;
  entityType: string;
  entityId: string;
  action: string;
  purpose: string | null;
  outcome: string;
  subgraph: string;
  batch: number;
  sealedAt: string;
}

const ASK = `query Q($filter: AccessRecordFilter) { accessRecord(filter: $filter, first: 100) { edges { node {
  at actor person { displayName } operation entityType entityId action purpose outcome subgraph batch sealedAt } } } }`;
const READ = 'query Q($id: ID!) { child(id: $id) { caseReference } }';

describe('Who looked at a child’s record', () => {
  let stage: Stage;
  let child: StageChild;

  beforeAll(async () => {
    stage = await Stage.open();
  }, 90_000);

  beforeEach(async () => {
    child = await childOf(stage, 'north', 'northWorker');
  });

  afterAll(() => stage.close());

  /** What the information governance officer is told of a record, once so many entries have come. */
  async function told(filter: object, count: number): Promise<Entry[]> {
    const answer = await eventually(() => stage.ask('governance', ASK, { filter }), ({ data }) => data.accessRecord.edges.length >= count, 30_000);
    return answer.data.accessRecord.edges.map((edge: { node: Entry }) => edge.node);
  }

  it('is told with who, when, what and why: once for one reading', async () => {
    const before = Date.now();
    await stage.ask('northWorker', READ, { id: child.id }, { 'x-purpose': 'Visit tomorrow' });
    const entries = await told({ entityId: child.id }, 1);
    expect(entries).toEqual([
      {
        at: expect.any(String),
        actor: 'PERSON',
        person: { displayName: 'Noor Applegarth' },
        operation: 'READ',
        entityType: 'Child',
        entityId: child.id,
        action: 'child',
        purpose: 'Visit tomorrow',
        outcome: 'GIVEN',
        subgraph: 'casework',
        batch: expect.any(Number),
        sealedAt: expect.any(String),
      },
    ]);
    const at = Date.parse(entries[0]?.at ?? '');
    expect(at).toBeGreaterThan(before - 60_000);
    expect(Date.parse(entries[0]?.sealedAt ?? '')).toBeGreaterThanOrEqual(at - 1);
  }, 60_000);

  it('is told once for a question that meets the child by several paths of several parts', async () => {
    const { errors } = await stage.ask(
      'northManager',
      'query Q($id: ID!, $reference: Text!) { child(id: $id) { caseReference views { edges { node { onDate child { caseReference } } } } } childByReference(caseReference: $reference) { caseReference } }',
      { id: child.id, reference: child.reference },
    );
    expect(errors).toEqual([]);
    const views = await told({ entityType: 'ViewsRecord', personId: globalId('Worker', stage.people.northManager.id) }, 1);
    expect(views.map(({ operation, subgraph, person }) => [operation, subgraph, person?.displayName])).toEqual([['READ', 'voice', 'Mira Northway']]);
    expect((await told({ entityId: child.id }, 1)).map(({ operation }) => operation)).toEqual(['READ']);
  }, 60_000);

  it('is told of a change and of a refusal', async () => {
    const allocate = { childId: child.id, auditorId: globalId('Worker', stage.people.southManager.id), toolCode: 'child-journey', dueOn: inDays(120) };
    const allocated = await auditCommand(stage, 'quality', 'allocateAudit', allocate);
    const audit = allocated.audit.id;
    const changes = await told({ entityId: audit, operation: 'CHANGE' }, 1);
    expect(changes.map(({ person, action, outcome }) => [person?.displayName, action, outcome])).toEqual([['Quentin Ashlar', 'allocateAudit', 'GIVEN']]);

    await auditCommand(stage, 'southManager', 'startAudit', { auditId: audit, version: 99 });
    await stage.ask('southWorker', READ, { id: child.id });
    await stage.ask('administrator', READ, { id: child.id });
    const stale = await told({ entityId: audit, operation: 'REFUSED' }, 1);
    expect(stale.map(({ person, action, outcome }) => [person?.displayName, action, outcome])).toEqual([['Otto Southgate', 'startAudit', 'AuditVersionStale']]);
    const refused = await told({ entityId: child.id, operation: 'REFUSED' }, 2);
    expect(refused.map(({ person, outcome }) => [person?.displayName, outcome]).sort()).toEqual([['Ada Locksley', 'FORBIDDEN'], ['Sol Marchbank', 'NotFound']]);
  }, 60_000);

  it('is told to nobody else', async () => {
    const others = Object.keys(stage.people).filter((person) => person !== 'governance') as (keyof Cast)[];
    for (const person of others) {
      const answer = await stage.ask(person, ASK, {});
      expect([person, answer.data?.accessRecord ?? null, answer.errors.map((error) => error.extensions.code)]).toEqual([person, null, ['FORBIDDEN']]);
    }
    expect((await stage.ask(null, ASK, {})).status).toBe(401);
  }, 60_000);

  it('is handed to governance by the machine that seals alone', async () => {
    const { governance } = stage.subgraphs;
    // In one process there is no such address.
    if (governance === undefined) return;
    const send = async (token: string): Promise<number> =>
      (await fetch(`${governance}/record`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: '{}' })).status;
    const signed = (role: 'machine_event' | 'machine_record') => signViewer(machine(role, 'story'), { audience: 'governance', secret: stage.graph.secret });
    expect([await send('none'), await send(await signed('machine_event')), await send(await signed('machine_record'))]).toEqual([401, 403, 400]);
  });

  it('is itself asked for on record', async () => {
    await stage.ask('northWorker', READ, { id: child.id });
    await told({ entityId: child.id }, 1);
    const asked = await told({ entityType: 'AccessRecordEntry' }, 1);
    expect(new Set(asked.map(({ person }) => person?.displayName))).toEqual(new Set(['Gale Underhill']));
  }, 60_000);

  it('is kept by all four parts, and governance says how it goes', async () => {
    const answer = await eventually(() => stage.ask('governance', '{ recordHealth { subgraph waiting refusedBatch faults } }'), ({ data }) => data.recordHealth.length === 4, 30_000);
    expect(answer.data.recordHealth.map(({ subgraph }: { subgraph: string }) => subgraph)).toEqual(['casework', 'governance', 'voice', 'workforce']);
    for (const part of answer.data.recordHealth) expect(part).toMatchObject({ refusedBatch: null, faults: [] });
  }, 60_000);
});

describe('The record under the hands of the database’s owner', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
  }, 90_000);

  afterAll(() => stage.close());

  const check = async (): Promise<string[]> => (await checkRecords(stage.graph)).flatMap(({ from, faults }) => faults.map((fault) => `${from} ${inWords(fault)}`));
  const asOwner = (sql: string): Promise<unknown> => withClient(stage.graph.server.adminUrl, (client) => client.query(sql));
  const command = () => {
    const env = { ...process.env, DATABASE_URL: stage.graph.server.adminUrl, QAF_DATA_DIR: stage.dataDir, QAF_SUBGRAPH_SECRET: stage.graph.secret, NODE_OPTIONS: '' };
    return spawnSync(process.execPath, [join(__dirname, '../../../dist/tools/commands/record-check.js')], { env, encoding: 'utf8' });
  };

  it('is found out, down to the line', async () => {
    const child = await childOf(stage, 'north', 'northWorker');
    await stage.ask('southWorker', READ, { id: child.id });
    const [entry] = await eventually(
      () => stage.ask('governance', ASK, { filter: { entityId: child.id, operation: 'REFUSED' } }),
      ({ data }) => data.accessRecord.edges.length === 1,
      30_000,
    ).then(({ data }) => data.accessRecord.edges.map((edge: { node: Entry }) => edge.node) as Entry[]);
    expect(await check()).toEqual([]);
    expect(command()).toMatchObject({ status: 0, stdout: expect.stringContaining('casework: ') });

    // The one who looked puts another in their place.
    await asOwner(`update casework.access_record set person_id = '${randomUUID()}' where operation = 'REFUSED' and '${child.uuid}' = any(ids)`);
    const found = await check();
    expect(found).toEqual([`casework ALTERED ${entry?.batch}`, expect.stringMatching(new RegExp(`^casework COPIES_DIFFER ${entry?.batch} line \\d+$`))]);
    const run = command();
    expect([run.status, run.stdout.includes(`ALTERED ${entry?.batch}`)]).toEqual([1, true]);
    const health = await stage.ask('governance', '{ recordHealth { subgraph checkedAt faults } }');
    expect(health.data.recordHealth.find(({ subgraph }: { subgraph: string }) => subgraph === 'casework').faults).toEqual(found.map((fault) => fault.replace('casework ', '')));
  }, 90_000);

  it('is found out when the end of it is gone', async () => {
    const child = await childOf(stage, 'north', 'northWorker');
    await stage.ask('northWorker', 'query Q($id: ID!) { child(id: $id) { views { edges { node { onDate } } } } }', { id: child.id });
    await eventually(() => stage.ask('governance', ASK, { filter: { entityType: 'ViewsRecord' } }), ({ data }) => data.accessRecord.edges.length === 1, 30_000);
    await asOwner('delete from voice.access_record where id >= (select max(from_id) from voice.access_batch); delete from voice.access_batch where seq = (select max(seq) from voice.access_batch)');
    expect((await check()).filter((fault) => fault.startsWith('voice'))).toEqual([expect.stringMatching(/^voice CUT_OFF \d+$/)]);
  }, 60_000);
});
