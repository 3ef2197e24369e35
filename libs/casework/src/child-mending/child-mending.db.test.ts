import { randomUUID } from 'node:crypto';
import { AuditLife } from '../audit/audit.fixtures';
import { Casework, shown, viewer } from '../casework.fixtures';
import type { Viewer } from '@qaf/identity';

const CORRECT = `mutation M($input: CorrectChildReferenceInput!) { correctChildReference(input: $input) { __typename ... on CorrectChildReferenceSuccess { child { id caseReference version } } ... on Problem { code message path } } }`;
const MERGE = `mutation M($input: MergeChildrenInput!) { mergeChildren(input: $input) { __typename
  ... on MergeChildrenSuccess { child { id caseReference version birthYear ethnicity allocatedWorker { id } team { id } episodes { totalCount } reviews { totalCount } visits { totalCount } audits { totalCount } } } ... on Problem { code message path } } }`;
const BY_REFERENCE = 'query Q($r: Text!) { childByReference(caseReference: $r) { id } children(filter: { caseReference: $r }) { totalCount } }';

let casework: Casework;

beforeAll(async () => {
  casework = await Casework.open();
}, 60_000);
afterAll(() => casework.close());

const send = async (who: Viewer, mutation: string, input: object) => {
  const { data, errors } = await casework.ask(who, mutation, { input: { idempotencyKey: randomUUID(), reason: 'Entered twice', ...input } });
  expect(errors).toEqual([]);
  return data.correctChildReference ?? data.mergeChildren;
};
const correct = (child: string, caseReference: string, more: object = {}, who = casework.qpa) => send(who, CORRECT, { childId: shown('Child', child), version: 1, caseReference, ...more });
const merge = (keep: string, other: string, more: object = {}, who = casework.qpa) => send(who, MERGE, { keepId: shown('Child', keep), version: 1, mergeId: shown('Child', other), mergeVersion: 1, ...more });
const referenceOf = async (child: string) => (await casework.behind<{ r: string }>('select case_reference as r from casework.child where id = $1', [child]))[0]?.r as string;
const byReference = async (who: Viewer, r: string) => (await casework.ask(who, BY_REFERENCE, { r })).data;

/** What an import would have brought for a child. */
async function journey(child: string, from: string, to: string | null = null, worker = casework.worker.personId): Promise<void> {
  const reference = await referenceOf(child);
  await casework.sql(casework.machine, `insert into episode (child_id, kind, source, source_key, started_on) values ($1, 'CIN', 'case-system', $2, $3)`, [child, `CIN|${reference}|${from}`, from]);
  await casework.sql(casework.machine, `insert into child_allocation (child_id, role, worker_id, team_id, valid_from, valid_to) values ($1, 'WORKER', $2, $3, $4, $5)`, [child, worker, casework.north, from, to]);
  await casework.sql(casework.machine, `insert into case_meeting (child_id, kind, held_on, source, source_key) values ($1, 'LAC_REVIEW', $2, 'case-system', $3)`, [child, from, `LAC_REVIEW|${reference}|${from}`]);
  await casework.sql(casework.machine, `insert into visit (child_id, kind, visited_on, source, source_key) values ($1, 'CIN', $2, 'case-system', $3)`, [child, from, `VISIT|CIN|${reference}|${from}`]);
}

describe('a child’s reference', () => {
  it('is corrected, with who and why, and what came under the old one stays the child’s', async () => {
    const child = await casework.child();
    const old = await referenceOf(child);
    await journey(child, '2025-01-10');
    expect(await correct(child, 'K-1001')).toEqual({ __typename: 'CorrectChildReferenceSuccess', child: { id: shown('Child', child), caseReference: 'K-1001', version: 2 } });
    const keys = await casework.behind('select source_key as key from casework.episode where child_id = $1 union all select source_key from casework.visit where child_id = $1 order by 1', [child]);
    expect(keys).toEqual([{ key: 'CIN|K-1001|2025-01-10' }, { key: 'VISIT|CIN|K-1001|2025-01-10' }]);
    expect(await casework.behind('select kind, by_id as by, reason from casework.child_mending_reason where child_id = $1', [child])).toEqual([{ kind: 'REFERENCE_CORRECTED', by: casework.qpa.personId, reason: 'Entered twice' }]);
    const history = await casework.behind(`select "row" ->> 'case_reference' as r, changed_by as by from casework.child_history where id = $1 order by history_id`, [child]);
    expect(history).toEqual([{ r: old, by: casework.machine.personId }, { r: 'K-1001', by: casework.qpa.personId }]);
    expect((await byReference(casework.qpa, old)).childByReference).toBeNull();
  });

  it('is refused in the same words whether it is malformed, another’s, or a locked child’s whom the caller does not see', async () => {
    const [child, other, locked] = [await casework.child(), await casework.child(), await casework.child()];
    await casework.sql(casework.machine, 'insert into child_lock (child_id, locked, worker_ids, told_at) values ($1, true, $2::uuid[], now())', [locked, []]);
    const answers = [await correct(child, 'no number'), await correct(child, await referenceOf(other)), await correct(child, await referenceOf(locked))];
    expect(answers).toEqual(Array.from({ length: 3 }, () => ({ __typename: 'CaseReferenceUnusable', code: 'CaseReferenceUnusable', message: 'This reference cannot be given to the child.', path: ['caseReference'] })));
    expect(await correct(locked, 'K-2')).toMatchObject({ __typename: 'NotFound', path: ['childId'] });
    expect(await correct(child, 'K-2', { version: 7 })).toMatchObject({ __typename: 'ChildVersionStale' });
    expect(await correct(child, 'K-2', { reason: ' ' })).toMatchObject({ __typename: 'InputInvalid', path: ['reason'] });
    expect(await referenceOf(child)).toMatch(/^C0/);
  });

  it('is corrected by quality alone', async () => {
    const child = await casework.child();
    for (const role of ['practitioner', 'team_manager', 'director', 'principal_iro', 'administrator', 'hr_officer'] as const) {
      const { errors } = await casework.ask(viewer(role), CORRECT, { input: { idempotencyKey: randomUUID(), childId: shown('Child', child), version: 1, caseReference: 'K-3', reason: 'x' } });
      expect([role, errors[0]?.extensions]).toEqual([role, { code: 'FORBIDDEN' }]);
    }
    // Nor may the application's login, for whoever it speaks, without the command's word.
    expect(await casework.sql(casework.qpa, `update child set case_reference = 'K-4' where id = $1 returning id`, [child])).toEqual([[], 0]);
  });
});

describe('two records of one child', () => {
  it('become one, with all that both held', async () => {
    const [keep, other] = [await casework.child(), await casework.child()];
    const gone = await referenceOf(other);
    await journey(keep, '2025-03-01');
    await journey(other, '2024-01-10', '2024-06-01');
    await casework.behind(`update casework.child set ethnicity = null, birth_year = null, birth_month = null where id = $1`, [keep]);
    await new AuditLife(casework).submitted(other);
    const version = (await casework.behind<{ v: number }>('select version as v from casework.child where id = $1', [other]))[0]?.v;
    const result = await merge(keep, other, { mergeVersion: version });
    expect(result).toMatchObject({
      __typename: 'MergeChildrenSuccess',
      child: { id: shown('Child', keep), version: 2, birthYear: 2014, ethnicity: 'WBRI', allocatedWorker: { id: shown('Worker', casework.worker.personId) }, episodes: { totalCount: 2 }, reviews: { totalCount: 2 }, visits: { totalCount: 2 }, audits: { totalCount: 1 } },
    });
    expect(await byReference(casework.worker, gone)).toEqual({ childByReference: { id: shown('Child', keep) }, children: { totalCount: 1 } });
    expect((await casework.ask(casework.qpa, 'query Q($id: ID!) { child(id: $id) { id } }', { id: shown('Child', other) })).data.child).toBeNull();
    expect(await byReference(casework.southWorker, gone)).toEqual({ childByReference: null, children: { totalCount: 0 } });
    const events = await casework.behind(`select type, subject, data from casework_queue.outgoing where subject = $1 order by sequence`, [`child:${keep}`]);
    expect(events.slice(-2)).toMatchObject([
      { type: 'casework.child.merged.v1', data: { keptId: keep, mergedId: other } },
      { type: 'casework.child.changed.v1', data: { childId: keep, workerId: casework.worker.personId, teamId: casework.north } },
    ]);
    expect(await merge(keep, other, { version: 2, mergeVersion: 3 })).toMatchObject({ __typename: 'NotFound', path: ['mergeId'] });
  });

  it('that say different things of the same days need to be told whose allocations count', async () => {
    const [keep, other] = [await casework.child(), await casework.child()];
    await journey(keep, '2025-03-01');
    await journey(other, '2025-01-10', null, casework.colleague.personId);
    expect(await merge(keep, other)).toMatchObject({ __typename: 'ChildAllocationsOverlap', path: ['allocationsOf'] });
    expect(await merge(keep, other, { allocationsOf: shown('Child', randomUUID()) })).toMatchObject({ __typename: 'InputInvalid', path: ['allocationsOf'] });
    expect(await merge(keep, other, { allocationsOf: shown('Child', other) })).toMatchObject({ child: { allocatedWorker: { id: shown('Worker', casework.colleague.personId) } } });
    const left = await casework.behind('select worker_id as w, valid_from::text as f from casework.child_allocation where child_id = $1', [keep]);
    expect(left).toEqual([{ w: casework.colleague.personId, f: '2025-01-10' }]);
    expect(await casework.behind(`select operation from casework.child_allocation_history where "row" ->> 'child_id' = $1 order by history_id`, [keep])).toEqual([{ operation: 'INSERT' }, { operation: 'DELETE' }, { operation: 'UPDATE' }]);
  });

  it('are not merged when stale, locked, hidden or the same', async () => {
    const [keep, other] = [await casework.child(), await casework.child()];
    expect(await merge(keep, other, { version: 9 })).toMatchObject({ __typename: 'ChildVersionStale', path: ['version'] });
    expect(await merge(keep, other, { mergeVersion: 9 })).toMatchObject({ __typename: 'ChildVersionStale', path: ['mergeVersion'] });
    expect(await merge(keep, keep)).toMatchObject({ __typename: 'InputInvalid' });
    expect(await merge(keep, randomUUID())).toMatchObject({ __typename: 'NotFound', path: ['mergeId'] });
    const lock = (workers: string[]) => casework.sql(casework.machine, 'insert into child_lock (child_id, locked, worker_ids, told_at) values ($1, true, $2::uuid[], now()) on conflict (child_id) do update set worker_ids = excluded.worker_ids', [other, workers]);
    await lock([]);
    expect(await merge(keep, other)).toMatchObject({ __typename: 'NotFound', path: ['mergeId'] });
    await lock([casework.qpa.personId]);
    expect(await merge(keep, other)).toMatchObject({ __typename: 'ChildLocked', path: ['mergeId'] });
  });

  it('are merged once when two do it at once, whichever way round', async () => {
    const [keep, other] = [await casework.child(), await casework.child()];
    const results = await Promise.all([merge(keep, other), merge(other, keep, {}, casework.psw)]);
    expect(results.map((one) => one.__typename).filter((name) => name === 'MergeChildrenSuccess')).toHaveLength(1);
  });

  it('follow one another: the first reference leads to the last record', async () => {
    const [first, second, third] = [await casework.child(), await casework.child(), await casework.child()];
    const reference = await referenceOf(first);
    await merge(second, first);
    await merge(third, second, { mergeVersion: 2 });
    expect((await byReference(casework.qpa, reference)).childByReference).toEqual({ id: shown('Child', third) });
  });
});

describe('a worker who has left', () => {
  it('leaves children for somebody else to take on, from the day after', async () => {
    const leaver = viewer('practitioner');
    const child = await casework.child({ worker: leaver.personId });
    const asked = async () => {
      const { data } = await casework.ask(casework.manager, '{ children(filter: { workerHasLeft: true }) { edges { node { id allocatedWorkerHasLeft } } } }');
      return data.children.edges.map(({ node }: { node: object }) => node);
    };
    const left = (on: string) => casework.told('workforce.worker.left.v1', { workerId: leaver.personId, leftOn: on });
    await left('2026-03-18');
    expect(await asked()).toEqual([]);
    casework.now = new Date('2026-03-18T11:00:00Z');
    await left('2026-03-17');
    expect(await asked()).toEqual([{ id: shown('Child', child), allocatedWorkerHasLeft: true }]);
  });
});
