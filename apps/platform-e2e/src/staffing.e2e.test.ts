import { globalId } from '@qaf/graph';
import { TEAMS } from './authority';
import { codes, type Result, send, tell } from './commands';
import { Stage } from './stage';

describe('Posts, the people in them, and what the Director is told of them', () => {
  let stage: Stage;
  const posts: Record<string, string> = {};
  const workers: Record<string, { id: string; version: number }> = {};

  beforeAll(async () => {
    stage = await Stage.open();
  }, 120_000);
  afterAll(() => stage?.close());

  const open = async (reference: string, team: keyof typeof TEAMS): Promise<void> => {
    const opened = await send(stage, 'hr', 'openPost', { reference, title: 'Social worker', roleCode: 'CASE_HOLDER', from: '2018-04-01', teamId: globalId('Team', TEAMS[team]) }, 'post { id vacant(asOf: "2018-04-01") }');
    expect(opened['post'].vacant).toBe(true);
    posts[reference] = opened['post'].id;
  };
  const appoint = async (name: string, reference: string, from: string, more: object = {}): Promise<void> => {
    const appointed = await send(stage, 'hr', 'appointWorker', { postId: posts[reference], staffNumber: name, displayName: `${name} Fixture`, from, fteThousandths: 1000, ...more }, 'worker { id version }');
    workers[name] = appointed['worker'];
  };
  const version = async (id: string): Promise<number> => (await stage.ask('hr', 'query Q($id: ID!) { worker(id: $id) { version } }', { id })).data.worker.version;
  const change = async (name: string, command: string, input: object): Promise<Result> => {
    const { id = '' } = workers[name] ?? {};
    return send(stage, 'hr', command, { workerId: id, version: await version(id), ...input });
  };

  it('HR opens posts, appoints, transfers and records who leaves', async () => {
    await Promise.all([open('N-1', 'north'), open('N-2', 'north'), open('S-1', 'south')]);
    await appoint('Ada', 'N-1', '2019-01-07', { managerId: globalId('Worker', stage.people.northManager.id) });
    await appoint('Ben', 'N-2', '2020-01-06', { agencyWorker: true, fteThousandths: 500 });
    await appoint('Cas', 'S-1', '2020-02-03');
    expect(await change('Ben', 'recordLeaver', { leftOn: '2020-06-30', reason: 'OTHER' })).toMatchObject({ __typename: 'RecordLeaverSuccess' });
    expect(await change('Cas', 'transferWorker', { postId: posts['N-1'], from: '2020-09-01' })).toMatchObject({ __typename: 'PostHeld' });
    expect(await change('Cas', 'transferWorker', { postId: posts['N-2'], from: '2020-09-01' })).toMatchObject({ __typename: 'TransferWorkerSuccess' });
    expect(await change('Ada', 'recordLeaver', { leftOn: '2020-08-31', reason: 'RESIGNATION', destinationCode: 'AGENCY' })).toMatchObject({ __typename: 'RecordLeaverSuccess' });
    expect(await change('Ada', 'changeHours', { from: '2020-10-01', fteThousandths: 500 })).toMatchObject({ __typename: 'WorkerHasLeft' });
  });

  /*
   * By hand, hours in thousandths. On 30 September 2020 Cas is in N-2 (1000); N-1 and S-1 are vacant (2000); Ada left in the year (1000); no agency worker is left:
   *   vacancy rate 2000 / 3000, turnover 1000 / 1000, agency rate 0 / 1000.
   * On 31 March 2020 Ada and Cas are employed (2000), Ben is an agency's (500) in N-2, which is vacant (1000); nobody had left:
   *   vacancy rate 1000 / 3000, turnover 0 / 2000, agency rate 500 / 2500.
   */
  it('the Director asks vacancies, turnover and agency use of any service and period in one query', async () => {
    const rates = 'vacancyRate { numerator denominator n } turnoverRate { numerator denominator n } agencyRate { numerator denominator n }';
    const { data, errors } = await stage.ask('director', `{ services { name year: staffing(from: "2019-10-01", before: "2020-10-01") { asOf ${rates} } half: staffing(from: "2019-10-01", before: "2020-04-01") { asOf ${rates} } } }`);
    expect(errors).toEqual([]);
    expect(data.services).toEqual([{
      name: 'Safeguarding',
      year: { asOf: '2020-09-30', vacancyRate: { numerator: 2000, denominator: 3000, n: 2 }, turnoverRate: { numerator: 1000, denominator: 1000, n: 1 }, agencyRate: { numerator: 0, denominator: 1000, n: 0 } },
      half: { asOf: '2020-03-31', vacancyRate: { numerator: 1000, denominator: 3000, n: 1 }, turnoverRate: { numerator: 0, denominator: 2000, n: 0 }, agencyRate: { numerator: 500, denominator: 2500, n: 1 } },
    }]);
  });

  it('colleagues know who is in which post; members do not; and nobody but HR and the administrator changes it', async () => {
    const question = '{ posts(asOf: "2020-03-31") { edges { node { reference holders(asOf: "2020-03-31") { kind worker { displayName } } } } } }';
    const { data } = await stage.ask('southWorker', question);
    expect(data.posts.edges.map(({ node }: { node: { reference: string; holders: { worker: { displayName: string } }[] } }) => [node.reference, node.holders.map(({ worker }) => worker.displayName)])).toEqual([['N-1', ['Ada Fixture']], ['N-2', ['Ben Fixture']], ['S-1', ['Cas Fixture']]]);
    for (const person of ['member', 'partner'] as const) expect(codes(await stage.ask(person, question))).toEqual(['FORBIDDEN']);
    const staffing = '{ staffing { headcount { n } } }';
    for (const person of ['northWorker', 'iro', 'member', 'partner', 'administrator'] as const) expect(codes(await stage.ask(person, staffing))).toEqual(['FORBIDDEN']);
    for (const person of ['northManager', 'head', 'principalSocialWorker', 'quality', 'hr'] as const) expect(codes(await stage.ask(person, staffing))).toEqual([]);
    const post = { reference: 'X-1', title: 'x', roleCode: 'CASE_HOLDER', from: '2020-01-01' };
    for (const person of ['director', 'northManager', 'northWorker', 'member'] as const) expect(codes(await tell(stage, person, 'openPost', post))).toEqual(['FORBIDDEN']);
    expect(await send(stage, 'administrator', 'openPost', post)).toMatchObject({ __typename: 'OpenPostSuccess' });
    const appointment = { postId: posts['S-1'], staffNumber: 'Dov', displayName: 'Dov', from: '2021-01-04', fteThousandths: 1000 };
    for (const person of ['administrator', 'director', 'northManager'] as const) expect(codes(await tell(stage, person, 'appointWorker', appointment))).toEqual(['FORBIDDEN']);
  });

  it('a manager records a worker’s absence, which the Director and colleagues do not read', async () => {
    const workerId = globalId('Worker', stage.people.northWorker.id);
    const away = { workerId, reasonCode: 'SICKNESS', startedOn: '2020-03-02', returnedOn: '2020-03-09' };
    expect(await send(stage, 'southManager', 'recordAbsence', away)).toMatchObject({ __typename: 'NotFound' });
    expect(await send(stage, 'northManager', 'recordAbsence', away)).toMatchObject({ __typename: 'RecordAbsenceSuccess' });
    expect(codes(await tell(stage, 'northColleague', 'recordAbsence', away))).toEqual(['FORBIDDEN']);
    const absences = async (person: Parameters<Stage['ask']>[0]) => (await stage.ask(person, 'query Q($id: ID!) { worker(id: $id) { absences { startedOn } } }', { id: workerId })).data.worker.absences?.length ?? null;
    for (const person of ['northWorker', 'northManager', 'head', 'hr'] as const) expect([person, await absences(person)]).toEqual([person, 1]);
    for (const person of ['northColleague', 'southManager', 'serviceManager', 'director', 'principalSocialWorker'] as const) expect([person, await absences(person)]).toEqual([person, 0]);
    expect(await absences('administrator')).toBeNull();
  });
});
