import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import { machine, nobody, type Viewer } from '@qaf/identity';
import { checkChain, GENESIS, type RecordHandover, recordClient, rowsDigest, sealKey, type SealedBatch } from '@qaf/record';
import { TEST_SECRET } from '@qaf/testing';
import { Governance, VIEWERS } from '../governance.fixtures';
import { sealed } from './sealed.fixtures';
import { copyOf } from './record-copy';

const GALE: Viewer = { ...nobody('gale'), personId: randomUUID(), displayName: 'Gale Underhill', grants: [{ role: 'information_governance_officer', scope: 'authority', scopeId: null }] };
const HEALTH: RecordHandover['health'] = { sealedSeq: 1, sealedAt: '2026-03-02T09:00:01.000Z', waiting: 0, waitingSince: null, checked: null };

let governance: Governance;

beforeEach(async () => {
  governance = await Governance.open();
}, 60_000);

afterEach(() => governance.close(), 30_000);

const take = (batch: SealedBatch | null, health = HEALTH) => governance.subgraph.receiveRecord({ from: 'casework', health, batch }, TEST_SECRET);

async function entries(filter: object = {}, viewer = GALE) {
  const answer = await governance.ask(
    viewer,
    `query Q($filter: AccessRecordFilter) { accessRecord(filter: $filter) { totalCount edges { node { at actor personId operation entityType entityId action purpose outcome subgraph batch } } } }`,
    { filter },
  );
  return { errors: answer.errors, list: (answer.data?.accessRecord?.edges ?? []).map((edge: { node: unknown }) => edge.node) };
}

const anna = randomUUID();
const [mia, leo] = [randomUUID(), randomUUID()];
const reading = { at: '2026-03-02T09:00:00.000001Z', person: anna, request: 'request-1', operation: 'READ', type: 'Child', ids: [mia, leo], action: 'children', purpose: 'complaint', outcome: 'GIVEN' } as const;

describe('The record of access of the other subgraphs', () => {
  it('tells who looked, when, at what, by which act and why, once it was handed over sealed', async () => {
    await take(sealed('casework', null, [reading]));
    expect((await entries({ entityId: globalId('Child', mia) })).list).toEqual([
      { at: '2026-03-02T09:00:00.000Z', actor: 'PERSON', personId: globalId('Person', anna), operation: 'READ', entityType: 'Child', entityId: globalId('Child', mia), action: 'children', purpose: 'complaint', outcome: 'GIVEN', subgraph: 'casework', batch: 1 },
    ]);
  });

  it('is narrowed by person, type, record, time and operation', async () => {
    const changed = { ...reading, at: '2026-03-03T09:00:00.000000Z', request: 'request-2', operation: 'CHANGE', type: 'Audit', ids: [leo], action: 'gradeAudit' } as const;
    await take(sealed('casework', null, [reading, changed, { ...reading, person: randomUUID(), request: 'request-3' }]));
    const counts = async (filter: object) => (await entries(filter)).list.length;
    expect(await counts({})).toBe(5);
    expect(await counts({ personId: globalId('Worker', anna) })).toBe(3);
    expect(await counts({ personId: globalId('Person', anna), entityType: 'Child' })).toBe(2);
    expect(await counts({ entityId: globalId('Audit', leo) })).toBe(1);
    expect(await counts({ operation: 'CHANGE' })).toBe(1);
    expect(await counts({ from: '2026-03-03T00:00:00Z' })).toBe(1);
    expect(await counts({ before: '2026-03-03T00:00:00Z' })).toBe(4);
    expect(await counts({ personId: 'nonsense' })).toBe(0);
  });

  it('shows a record once for a request, however many fetches met it, and again for the next', async () => {
    const first = sealed('casework', null, [{ ...reading, ids: [mia] }, { ...reading, ids: [mia], action: '_entities', at: '2026-03-02T09:00:00.100000Z' }]);
    await take(first);
    await take(sealed('casework', first, [{ ...reading, ids: [mia], action: '_entities', at: '2026-03-02T09:00:01.000000Z' }, { ...reading, ids: [mia], request: 'request-2' }]));
    expect((await entries({ entityId: globalId('Child', mia) })).list.map((entry: { action: string }) => entry.action)).toEqual(['children', 'children']);
  });

  it('shows it again when a request’s id comes back after more than a minute: callers may choose it', async () => {
    await take(sealed('casework', null, [{ ...reading, ids: [mia] }, { ...reading, ids: [mia], at: '2026-03-02T09:02:00.000000Z' }]));
    expect((await entries()).list).toHaveLength(2);
  });

  it('takes a batch once, however often and by however many it is handed over', async () => {
    const batch = sealed('casework', null, [reading]);
    const receipts = await Promise.all([take(batch), take(batch), take(batch)]);
    expect(receipts).toEqual([{ held: 1 }, { held: 1 }, { held: 1 }]);
    expect((await entries()).list).toHaveLength(2);
  });

  it('takes batches in their order alone', async () => {
    const first = sealed('casework', null, [reading]);
    const second = sealed('casework', first, [{ ...reading, request: 'request-2' }]);
    expect(await take(second)).toEqual({ held: 0 });
    expect(await take(first)).toEqual({ held: 1 });
    expect(await take(second)).toEqual({ held: 2 });
  });

  it.each([
    ['lines that are not the sealed ones', (batch: SealedBatch) => ({ ...batch, lines: [batch.lines[0]?.replace('complaint', 'curiosity') ?? ''] })],
    ['lines with their digest worked out anew', (batch: SealedBatch) => {
      const lines = [batch.lines[0]?.replace('complaint', 'curiosity') ?? ''];
      return { ...batch, lines, rowsDigest: rowsDigest(lines) };
    }],
    ['another subgraph’s seal', () => sealed('voice', null, [reading])],
    ['a seal that follows nothing held', (batch: SealedBatch) => ({ ...batch, previousDigest: 'f'.repeat(64) })],
  ])('takes no batch with %s, and says so', async (_what, spoilt) => {
    expect(await take(spoilt(sealed('casework', null, [reading])))).toEqual({ held: 0 });
    expect((await entries()).list).toEqual([]);
    const health = await governance.ask(GALE, '{ recordHealth { subgraph refusedBatch } }');
    expect(health.data.recordHealth).toEqual([{ subgraph: 'casework', refusedBatch: 1 }]);
  });

  it('is checked line by line in governance’s copy too, and an edit by the database’s owner is found', async () => {
    const first = sealed('casework', null, [reading, { ...reading, request: null, person: null, purpose: null, ids: [] }]);
    await take(first);
    await take(sealed('casework', first, [reading]));
    const client = await recordClient(governance.database.urls.governance, 'governance');
    const check = () => checkChain(copyOf(client, 'casework'), sealKey(TEST_SECRET, 'casework'));
    expect(await check()).toMatchObject({ batches: 2, lines: 3, faults: [] });
    await governance.rows('update access_entry set person_id = gen_random_uuid() where record_id = 3');
    expect((await check()).faults).toEqual([{ kind: 'ALTERED', batch: 2 }]);
    await governance.rows('delete from access_entry where record_id = 1 and position = 2');
    expect((await check()).faults).toEqual([{ kind: 'ALTERED', batch: 1 }, { kind: 'ALTERED', batch: 2 }]);
    await client.end();
  });

  it('is nobody’s to ask for but information governance’s', async () => {
    await take(sealed('casework', null, [reading]));
    for (const viewer of Object.values(VIEWERS)) {
      expect((await entries({}, viewer)).errors.map((error) => error.extensions?.code)).toEqual(['FORBIDDEN']);
      const health = await governance.ask(viewer, '{ recordHealth { subgraph } }');
      expect(health.errors.map((error) => error.extensions?.code)).toEqual(['FORBIDDEN']);
      expect(await governance.asLogin(viewer, 'select id from access_entry')).toEqual([]);
    }
  });

  it('cannot be added to, altered or emptied by anyone whom the platform did not make its keeper', async () => {
    await take(sealed('casework', null, [reading]));
    for (const sql of ['update access_entry set again = true', 'delete from access_entry', 'update record_batch set count = 0', 'delete from record_batch', 'truncate access_entry']) {
      await expect(governance.asLogin(machine('machine_record', 'test'), sql)).rejects.toMatchObject({ code: '42501' });
    }
    const row = `insert into record_batch values ('casework', 9, 1, 1, 1, '', '${GENESIS}', '', '', now())`;
    await expect(governance.asLogin(GALE, row)).rejects.toMatchObject({ code: '42501' });
  });

  it('tells how the record is kept', async () => {
    await take(sealed('casework', null, [reading]), { ...HEALTH, waiting: 3, waitingSince: '2026-03-02T09:00:02.000Z', checked: { at: '2026-03-02T08:00:00.000Z', batches: 40, faults: ['ALTERED 12'] } });
    // A later report of the same sealer that has checked nothing since.
    await take(null, HEALTH);
    const { data } = await governance.ask(GALE, '{ recordHealth { subgraph sealedBatch receivedBatch waiting waitingSince refusedBatch checkedAt checkedBatches faults } }');
    expect(data.recordHealth).toEqual([
      { subgraph: 'casework', sealedBatch: 1, receivedBatch: 1, waiting: 0, waitingSince: null, refusedBatch: null, checkedAt: '2026-03-02T08:00:00.000Z', checkedBatches: 40, faults: ['ALTERED 12'] },
    ]);
  });

  it('says that the end of a subgraph’s record is gone when governance holds more than was told', async () => {
    const first = sealed('casework', null, [reading]);
    await take(first);
    await take(sealed('casework', first, [reading]));
    await take(null, HEALTH);
    const { data } = await governance.ask(GALE, '{ recordHealth { faults } }');
    expect(data.recordHealth).toEqual([{ faults: ['CUT_OFF 2'] }]);
  });
});
