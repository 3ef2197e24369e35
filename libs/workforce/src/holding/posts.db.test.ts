import { globalId } from '@qaf/graph';
import type { Viewer } from '@qaf/identity';
import { Authority } from '../workforce.fixtures';

let authority: Authority;
let hr: Viewer;
let manager: Viewer;
let managerId: string;
let keys = 0;

beforeAll(async () => {
  authority = await Authority.open();
  const { teams } = authority;
  await authority.person('Hera', { roles: [['hr_officer', 'authority']] });
  managerId = await authority.person('Mira', { team: teams.north, roles: [['team_manager', 'team', teams.north]] });
  await authority.person('Noor', { team: teams.north, manager: managerId });
  hr = await authority.viewer('Hera');
  manager = await authority.viewer('Mira');
}, 60_000);
afterAll(() => authority.close());

async function tell(who: Viewer, name: string, input: object, fields = ''): Promise<Record<string, any>> { // eslint-disable-line @typescript-eslint/no-explicit-any -- answers are as free as the questions
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const success = fields ? `... on ${type}Success { ${fields} }` : '';
  const { data, errors } = await authority.ask(who, `mutation M($input: ${type}Input!) { ${name}(input: $input) { __typename ${success} ... on Problem { path } } }`, { input: { idempotencyKey: `key-${(keys += 1)}-posts`, ...input } });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data[name];
}

async function open(reference: string, more: object = {}): Promise<{ id: string; version: number }> {
  const opened = await tell(hr, 'openPost', { reference, title: 'Social worker', roleCode: 'CASE_HOLDER', from: '2018-04-01', teamId: globalId('Team', authority.teams.north), ...more }, 'post { id version }');
  return opened['post'];
}

async function appoint(post: { id: string }, staffNumber: string, more: object = {}): Promise<{ id: string; version: number }> {
  const appointed = await tell(hr, 'appointWorker', { postId: post.id, staffNumber, displayName: `Name of ${staffNumber}`, from: '2019-01-07', fteThousandths: 1000, ...more }, 'worker { id version }');
  if (!appointed['worker']) throw new Error(JSON.stringify(appointed));
  return appointed['worker'];
}

const versionOf = async (id: string): Promise<number> => (await authority.ask(hr, 'query Q($id: ID!) { worker(id: $id) { version } }', { id })).data.worker.version;
const posts = async (id: string, asOf: string) =>
  (await authority.ask(manager, 'query Q($id: ID!, $asOf: Date!) { worker(id: $id) { team(asOf: $asOf) { code } posts(asOf: $asOf) { kind post { reference vacant(asOf: $asOf) } } } }', { id, asOf })).data.worker;

test('a post is vacant, held, vacant again; a transfer moves the worker to its team, and a past day keeps its answer', async () => {
  const [first, second] = [await open('SW-1'), await open('SW-2', { teamId: globalId('Team', authority.teams.south) })];
  const worker = await appoint(first, 'A-1', { managerId: globalId('Worker', managerId) });
  expect(await tell(hr, 'appointWorker', { postId: first.id, staffNumber: 'A-2', displayName: 'Two', from: '2020-01-06', fteThousandths: 1000 })).toEqual({ __typename: 'PostHeld', path: ['postId'] });
  expect(await tell(hr, 'transferWorker', { workerId: worker.id, version: worker.version, postId: second.id, from: '2019-09-02' }, 'worker { team(asOf: "2019-09-02") { code } }')).toMatchObject({ worker: { team: { code: 'south' } } });
  expect(await posts(worker.id, '2019-09-01')).toEqual({ team: { code: 'north' }, posts: [{ kind: 'SUBSTANTIVE', post: { reference: 'SW-1', vacant: false } }] });
  expect(await posts(worker.id, '2019-09-02')).toEqual({ team: { code: 'south' }, posts: [{ kind: 'SUBSTANTIVE', post: { reference: 'SW-2', vacant: false } }] });
  const { data } = await authority.ask(manager, `{ posts(asOf: "2019-09-02", filter: { vacant: true }) { totalCount edges { node { reference role { title } holders(asOf: "2019-09-02") { kind } team { code } service { code } } } } }`);
  expect(data.posts).toEqual({ totalCount: 1, edges: [{ node: { reference: 'SW-1', role: { title: 'Case holder' }, holders: [], team: { code: 'north' }, service: { code: 'assessment' } } }] });
});

test('acting up leaves the post vacant and the worker’s own kept; it ends with a transfer', async () => {
  const [own, above] = [await open('SW-3'), await open('TM-1', { roleCode: 'FIRST_LINE_MANAGER', title: 'Team manager' })];
  const worker = await appoint(own, 'A-3');
  expect(await tell(hr, 'actUp', { workerId: worker.id, version: worker.version, postId: above.id, from: '2020-02-03' })).toMatchObject({ __typename: 'ActUpSuccess' });
  expect((await posts(worker.id, '2020-02-03')).posts).toEqual([{ kind: 'SUBSTANTIVE', post: { reference: 'SW-3', vacant: false } }, { kind: 'ACTING', post: { reference: 'TM-1', vacant: true } }]);
  expect(await tell(hr, 'actUp', { workerId: worker.id, version: await versionOf(worker.id), postId: above.id, from: '2020-05-04' })).toMatchObject({ __typename: 'WorkerActsUpAlready' });
  expect(await tell(hr, 'endActingUp', { workerId: worker.id, version: await versionOf(worker.id), lastDay: '2020-03-31' })).toMatchObject({ __typename: 'EndActingUpSuccess' });
  expect((await posts(worker.id, '2020-04-01')).posts).toHaveLength(1);
  expect(await tell(hr, 'endActingUp', { workerId: worker.id, version: await versionOf(worker.id), lastDay: '2020-04-30' })).toMatchObject({ __typename: 'WorkerDoesNotActUp' });
});

test('hours change from a day on; who leaves stays on record, and can come back', async () => {
  const post = await open('SW-4');
  const worker = await appoint(post, 'A-4', { originCode: 'NEWLY_QUALIFIED' });
  expect(await tell(hr, 'changeHours', { workerId: worker.id, version: worker.version, from: '2020-04-01', fteThousandths: 600 }, 'worker { employment { fteThousandths } }')).toMatchObject({ worker: { employment: { fteThousandths: 600 } } });
  const left = { workerId: worker.id, leftOn: '2020-12-31', reason: 'RESIGNATION', destinationCode: 'AGENCY' };
  expect(await tell(hr, 'recordLeaver', { ...left, version: await versionOf(worker.id), reason: 'fed up' })).toEqual({ __typename: 'InputInvalid', path: ['reason'] });
  expect(await tell(hr, 'recordLeaver', { ...left, version: await versionOf(worker.id) })).toMatchObject({ __typename: 'RecordLeaverSuccess' });
  expect((await posts(worker.id, '2020-12-31')).posts).toHaveLength(1);
  expect(await posts(worker.id, '2021-01-01')).toEqual({ team: null, posts: [] });
  await appoint(post, 'unused', { workerId: worker.id, staffNumber: undefined, from: '2022-03-01', fteThousandths: 1000 });
  const { data } = await authority.ask(hr, `query Q($id: ID!) { worker(id: $id) { leftOn now: employment { startedOn leftOn fteThousandths } before: employment(asOf: "2020-05-01") { fteThousandths leftOn leavingReason } first: employment(asOf: "2019-06-01") { fteThousandths } } }`, { id: worker.id });
  expect(data.worker).toEqual({ leftOn: null, now: { startedOn: '2022-03-01', leftOn: null, fteThousandths: 1000 }, before: { fteThousandths: 600, leftOn: '2020-12-31', leavingReason: 'RESIGNATION' }, first: { fteThousandths: 1000 } });
});

test('what two would do at once is refused at the database too: two in a post, two posts for one, a gap, a post closed under somebody, a loop on any day', async () => {
  const [post, other] = [await open('SW-5'), await open('SW-6')];
  const worker = await appoint(post, 'A-5');
  const uuid = Buffer.from(worker.id, 'base64url').toString().slice('Worker:'.length);
  const of = (sql: string) => authority.load(sql, [uuid]);
  const copy = (more: string) => `insert into post_holding (post_id, worker_id, employment_id, kind, agency_worker, fte_thousandths, valid_from) select ${more} from post_holding h where h.worker_id = $1`;
  await expect(of(copy(`(select id from post where reference = 'SW-6'), h.worker_id, h.employment_id, h.kind, false, 500, '2020-01-01'`))).rejects.toMatchObject({ constraint: 'post_holding_one_post' });
  await expect(of(copy(`h.post_id, '${managerId}', h.employment_id, h.kind, false, 500, '2020-01-01'`))).rejects.toMatchObject({ constraint: 'post_holding_one_holder' });
  await expect(of(`update post_holding set valid_to = '2020-01-01' where worker_id = $1`)).rejects.toMatchObject({ constraint: 'post_holding_no_gap' });
  await expect(of(`update post set valid_to = '2020-01-01' where id = (select post_id from post_holding where worker_id = $1)`)).rejects.toMatchObject({ constraint: 'post_holding_within_post' });
  await expect(authority.load(`update post set role_code = 'SENIOR_MANAGER' where reference = 'SW-6'`)).rejects.toMatchObject({ constraint: 'post_stays' });
  // Mira manages A-5 in 2021; A-5 would manage her from 2020 on: a loop in that year alone.
  await authority.load(`insert into management_line (worker_id, manager_id, valid_from, valid_to) values ($1, $2, '2021-01-01', '2022-01-01')`, [uuid, managerId]);
  await expect(authority.load(`insert into management_line (worker_id, manager_id, valid_from) values ($1, $2, '2020-01-01')`, [managerId, uuid])).rejects.toMatchObject({ constraint: 'management_line_no_loop' });
  await authority.load(`insert into management_line (worker_id, manager_id, valid_from) values ($1, $2, '2022-01-01')`, [managerId, uuid]);
  expect(other.version).toBe(1);
});

test('a manager reads posts and changes none; nobody manages themself', async () => {
  await expect(tell(manager, 'openPost', { reference: 'SW-9', title: 'x', roleCode: 'CASE_HOLDER', from: '2018-04-01' })).rejects.toThrow('FORBIDDEN');
  const id = globalId('Worker', managerId);
  expect(await tell(hr, 'moveWorker', { workerId: id, version: await versionOf(id), from: '2026-01-01', managerId: id })).toEqual({ __typename: 'WorkerManagesSelf', path: ['managerId'] });
});
