import { loginTo, SealStage } from './seal.fixtures';

let stage: SealStage;

beforeEach(async () => {
  stage = await SealStage.open();
}, 60_000);

afterEach(() => stage.close(), 30_000);

describe('the seals of the record', () => {
  it('cover every line once, in order, and nothing when nothing was written', async () => {
    await stage.read(3);
    expect(await stage.seal()).toMatchObject({ seq: 1, fromId: 1, toId: 3, count: 3, previousDigest: '0'.repeat(64) });
    expect(await stage.seal()).toBeNull();
    await stage.read(2);
    expect(await stage.seal()).toMatchObject({ seq: 2, fromId: 4, toId: 5, count: 2 });
    expect(await stage.faults()).toEqual([]);
  });

  it('wait for a transaction that holds a lower number, and so miss no line that is committed late', async () => {
    const slow = await loginTo(stage.database);
    await slow.query('begin');
    await stage.read(1, slow);
    await stage.read(1);
    expect(await stage.seal()).toBeNull();
    await slow.query('commit');
    expect(await stage.seal()).toMatchObject({ fromId: 1, toId: 2, count: 2 });
    await slow.end();
  });

  it('pass over the numbers of what was rolled back', async () => {
    await stage.read(1);
    await stage.login.query('begin');
    await stage.read(4);
    await stage.login.query('rollback');
    await stage.read(1);
    expect(await stage.seal()).toMatchObject({ fromId: 1, toId: 6, count: 2 });
    expect(await stage.faults()).toEqual([]);
  });

  it('are no one’s to change, to remove or to make, the application’s included', async () => {
    await stage.read(1);
    await stage.seal();
    for (const sql of ['update access_batch set count = 0', 'delete from access_batch', 'truncate access_batch', "insert into access_batch values (2, 2, 2, 1, '', '', '', '', now())", 'drop table access_batch']) {
      await expect(stage.login.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
    expect((await stage.login.query('select from access_batch')).rowCount).toBe(0);
  });
});

describe('the check of the record', () => {
  beforeEach(async () => {
    for (let batch = 0; batch < 4; batch += 1) {
      await stage.read(3);
      await stage.seal();
    }
  });

  it('finds nothing in what nobody touched, and says how much it saw', async () => {
    expect(await stage.faults()).toEqual([]);
  });

  it.each([
    ['an edit', "update access_record set action = 'audit' where id = 5", ['ALTERED 2']],
    ['a person who was put in another’s place', "update access_record set person_id = gen_random_uuid() where id = 7", ['ALTERED 3']],
    ['a moment that was moved by a millionth of a second', "update access_record set at = at + interval '1 microsecond' where id = 12", ['ALTERED 4']],
    ['a deletion', 'delete from access_record where id = 4', ['REMOVED 2']],
    ['a line put in after the fact', "delete from access_record where id = 1; insert into access_record (id, operation, entity_type, ids, action, outcome) overriding system value select i, 'READ', 'Child', '{}', 'child', 'GIVEN' from (values (1), (-1)) as v (i); update access_batch set from_id = -1 where seq = 1", ['GAP 1', 'FORGED 1', 'ADDED 1']],
    ['a batch that is gone', 'delete from access_batch where seq = 2', ['GAP 3']],
    ['a batch that is gone with its lines', 'delete from access_batch where seq = 2; delete from access_record where id between 4 and 6', ['GAP 3']],
    ['two batches that changed places', 'update access_batch set seq = -seq where seq in (2, 3); update access_batch set seq = 5 + seq where seq < 0', ['GAP 2', 'FORGED 2', 'GAP 3', 'FORGED 3', 'GAP 4']],
    ['a batch that was chained to another', "update access_batch set previous_digest = repeat('0', 64) where seq = 3", ['RECHAINED 3', 'FORGED 3']],
  ])('finds %s, and names the batch', async (_what, sql, faults) => {
    await stage.owner.query(sql);
    expect(await stage.faults()).toEqual(faults);
  });

  it('finds an edit whose owner worked out the lines’ digest anew: the seal needs a key that is not in the database', async () => {
    await stage.owner.query("update access_record set action = 'audit' where id = 5");
    await stage.owner.query(`update access_batch set rows_digest = (select encode(sha256(convert_to(string_agg(
      json_build_array(id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), person_id, request, operation, entity_type, ids, action, purpose, outcome)::text || chr(10), '' order by id), 'UTF8')), 'hex')
      from access_record where id between 4 and 6) where seq = 2`);
    expect(await stage.faults()).toEqual(['FORGED 2']);
  });

  it('says that another secret is not the one it was sealed under', async () => {
    expect(await stage.faults('another secret of the platform, long enough')).toEqual(['OTHER_KEY 1', 'OTHER_KEY 2', 'OTHER_KEY 3', 'OTHER_KEY 4']);
  });
});
