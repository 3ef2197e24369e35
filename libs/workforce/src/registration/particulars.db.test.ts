import { globalId } from '@qaf/graph';
import type { Viewer } from '@qaf/identity';
import { Authority } from '../workforce.fixtures';

let authority: Authority;
const who: Record<string, Viewer> = {};
let worker: string;
let keys = 0;

beforeAll(async () => {
  authority = await Authority.open();
  const { teams, services } = authority;
  const director = await authority.person('Dara', { roles: [['director', 'authority']] });
  const head = await authority.person('Hollis', { manager: director, roles: [['head_of_service', 'service', services.assessment]] });
  const serviceManager = await authority.person('Sunniva', { manager: head, roles: [['service_manager', 'service', services.assessment]] });
  const manager = await authority.person('Mira', { team: teams.north, manager: serviceManager, roles: [['team_manager', 'team', teams.north]] });
  const noor = await authority.person('Noor', { team: teams.north, manager, roles: [['practitioner', 'self']] });
  await authority.person('Nell', { team: teams.north, manager, roles: [['practitioner', 'self']] });
  await authority.person('Otto', { team: teams.south, manager: serviceManager, roles: [['team_manager', 'team', teams.south]] });
  await authority.person('Hera', { roles: [['hr_officer', 'authority']] });
  await authority.person('Petra', { roles: [['principal_social_worker', 'authority']] });
  for (const name of ['Dara', 'Hollis', 'Sunniva', 'Mira', 'Noor', 'Nell', 'Otto', 'Hera', 'Petra']) who[name] = await authority.viewer(name);
  worker = globalId('Worker', noor);
}, 60_000);
afterAll(() => authority.close());

async function tell(name: string, command: string, input: object, fields = ''): Promise<Record<string, any>> { // eslint-disable-line @typescript-eslint/no-explicit-any -- answers are as free as the questions
  const type = `${command[0]?.toUpperCase()}${command.slice(1)}`;
  const success = fields ? `... on ${type}Success { ${fields} }` : '';
  const { data, errors } = await authority.ask(who[name] as Viewer, `mutation M($input: ${type}Input!) { ${command}(input: $input) { __typename ${success} ... on Problem { path } } }`, { input: { idempotencyKey: `key-${(keys += 1)}-particulars`, ...input } });
  return errors.length > 0 ? { error: errors[0]?.extensions.code } : data[command];
}

test('HR keeps registration, qualifications and DBS checks; the person, their manager and head of service read them, and nobody else', async () => {
  const hcpc = { workerId: worker, bodyCode: 'HCPC', number: 'SW123456', registeredOn: '2018-12-01', expiresOn: '2019-12-01' };
  expect(await tell('Hera', 'recordRegistration', hcpc, 'registration { body { title } expiresOn }')).toMatchObject({ registration: { body: { title: 'Health and Care Professions Council' }, expiresOn: '2019-12-01' } });
  expect(await tell('Hera', 'recordRegistration', { ...hcpc, registeredOn: '2019-12-02', expiresOn: '2020-12-01' })).toEqual({ __typename: 'RegistrationBodyNotThen', path: ['bodyCode'] });
  expect(await tell('Hera', 'recordRegistration', { ...hcpc, bodyCode: 'SWE', registeredOn: '2019-12-01', expiresOn: '2020-12-01' })).toMatchObject({ __typename: 'RegistrationBodyNotThen' });
  expect(await tell('Hera', 'recordRegistration', { ...hcpc, bodyCode: 'SWE', registeredOn: '2019-12-02', expiresOn: '2020-12-01' })).toMatchObject({ __typename: 'RecordRegistrationSuccess' });
  expect(await tell('Hera', 'recordRegistration', { ...hcpc, registeredOn: '2019-06-01' })).toMatchObject({ __typename: 'RegistrationOverlaps' });
  expect(await tell('Hera', 'recordRegistration', { ...hcpc, workerId: globalId('Worker', who['Nell']?.personId ?? '') })).toMatchObject({ __typename: 'RegistrationNumberTaken' });
  const degree = { workerId: worker, levelCode: 'POSTGRADUATE', title: 'MA Social Work', awardedOn: '2017-07-14' };
  expect(await tell('Hera', 'recordQualification', degree)).toMatchObject({ __typename: 'RecordQualificationSuccess' });
  expect(await tell('Hera', 'recordQualification', degree)).toMatchObject({ __typename: 'QualificationOnRecord' });
  const check = await tell('Hera', 'recordDbsCheck', { workerId: worker, level: 'ENHANCED_BARRED', issuedOn: '2022-02-28', updateService: true }, 'dbsCheck { id recheck { dueOn overdue intervalMonths } }');
  expect(check['dbsCheck'].recheck).toEqual({ dueOn: '2025-02-28', overdue: true, intervalMonths: 36 });
  const look = { dbsCheckId: check['dbsCheck'].id, checkedOn: '2025-02-10', outcome: 'UNCHANGED' };
  expect(await tell('Hera', 'recordDbsStatusCheck', look, 'dbsCheck { statusChecks { checkedOn outcome } recheck { dueOn overdue } }')).toMatchObject({ dbsCheck: { statusChecks: [{ checkedOn: '2025-02-10', outcome: 'UNCHANGED' }], recheck: { dueOn: '2028-02-10', overdue: false } } });
  expect(await tell('Hera', 'recordDbsStatusCheck', { ...look, checkedOn: '2026-03-19' })).toMatchObject({ __typename: 'InputInvalid' });

  const question = 'query Q($id: ID!) { worker(id: $id) { registrations { number } qualifications { title level { title } } dbsChecks { level } employment { startedOn } } }';
  const seen = async (name: string) => (await authority.ask(who[name] as Viewer, question, { id: worker })).data.worker;
  const whole = { registrations: [{ number: 'SW123456' }, { number: 'SW123456' }], qualifications: [{ title: 'MA Social Work', level: { title: 'Higher degree' } }], dbsChecks: [{ level: 'ENHANCED_BARRED' }], employment: { startedOn: '2018-04-01' } };
  for (const name of ['Noor', 'Mira', 'Hollis', 'Hera']) expect([name, await seen(name)]).toEqual([name, whole]);
  for (const name of ['Nell', 'Otto', 'Sunniva', 'Dara', 'Petra']) expect([name, await seen(name)]).toEqual([name, { registrations: [], qualifications: [], dbsChecks: [], employment: null }]);
  for (const name of ['Mira', 'Hollis', 'Noor']) expect(await tell(name, 'recordQualification', degree)).toEqual({ error: 'FORBIDDEN' });
});

test('a manager puts a worker’s absence and return on record, of their own workers alone and not of themself', async () => {
  const away = { workerId: worker, reasonCode: 'SICKNESS', startedOn: '2026-02-02' };
  const { absence } = await tell('Mira', 'recordAbsence', away, 'absence { id version reason { title } returnedOn }');
  expect(absence).toMatchObject({ reason: { title: 'Sickness' }, returnedOn: null });
  expect(await tell('Mira', 'recordAbsence', { ...away, startedOn: '2026-02-09' })).toEqual({ __typename: 'AbsenceOverlaps', path: ['startedOn'] });
  expect(await tell('Mira', 'recordReturn', { absenceId: absence.id, version: absence.version, returnedOn: '2026-02-02' })).toMatchObject({ __typename: 'InputInvalid' });
  for (const name of ['Otto', 'Sunniva', 'Dara']) expect(await tell(name, 'recordReturn', { absenceId: absence.id, version: absence.version, returnedOn: '2026-02-09' })).toEqual({ __typename: 'NotFound', path: ['absenceId'] });
  expect(await tell('Hollis', 'recordReturn', { absenceId: absence.id, version: absence.version, returnedOn: '2026-02-09' }, 'absence { returnedOn version }')).toMatchObject({ absence: { returnedOn: '2026-02-09', version: 2 } });
  expect(await tell('Mira', 'recordReturn', { absenceId: absence.id, version: 1, returnedOn: '2026-02-10' })).toMatchObject({ __typename: 'AbsenceVersionStale' });
  expect(await tell('Otto', 'recordAbsence', { ...away, startedOn: '2026-03-02' })).toEqual({ __typename: 'NotFound', path: ['workerId'] });
  expect(await tell('Mira', 'recordAbsence', { ...away, workerId: globalId('Worker', who['Mira']?.personId ?? '') })).toMatchObject({ __typename: 'NotFound' });
  expect(await tell('Noor', 'recordAbsence', away)).toEqual({ error: 'FORBIDDEN' });
  const seen = async (name: string) => (await authority.ask(who[name] as Viewer, 'query Q($id: ID!) { worker(id: $id) { absences { startedOn } } }', { id: worker })).data.worker.absences;
  for (const [name, count] of [['Noor', 1], ['Mira', 1], ['Hollis', 1], ['Hera', 1], ['Nell', 0], ['Otto', 0], ['Sunniva', 0], ['Dara', 0]] as const) expect([name, (await seen(name)).length]).toEqual([name, count]);
});
