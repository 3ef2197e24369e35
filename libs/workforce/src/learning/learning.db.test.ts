import { globalId } from '@qaf/graph';
import type { Viewer } from '@qaf/identity';
import { Authority } from '../workforce.fixtures';

let authority: Authority;
const who: Record<string, Viewer> = {};
const worker = (name: string): string => globalId('Worker', who[name]?.personId ?? '');
let keys = 0;

beforeAll(async () => {
  authority = await Authority.open();
  const { teams } = authority;
  const manager = await authority.person('Mira', { team: teams.north, roles: [['team_manager', 'team', teams.north]] });
  await authority.person('Noor', { team: teams.north, manager, roles: [['practitioner', 'self']] });
  await authority.person('Nell', { team: teams.north, manager, roles: [['practitioner', 'self']] });
  await authority.person('Otto', { team: teams.south, roles: [['team_manager', 'team', teams.south]] });
  await authority.person('Petra', { roles: [['principal_social_worker', 'authority']] });
  await authority.person('Hera', { roles: [['hr_officer', 'authority']] });
  for (const name of ['Mira', 'Noor', 'Nell', 'Otto', 'Petra', 'Hera']) who[name] = await authority.viewer(name);
}, 60_000);
afterAll(() => authority.close());

async function tell(name: string, command: string, input: object, fields = ''): Promise<Record<string, any>> { // eslint-disable-line @typescript-eslint/no-explicit-any -- answers are as free as the questions
  const type = `${command[0]?.toUpperCase()}${command.slice(1)}`;
  const success = fields ? `... on ${type}Success { ${fields} }` : '';
  const { data, errors } = await authority.ask(who[name] as Viewer, `mutation M($input: ${type}Input!) { ${command}(input: $input) { __typename ${success} ... on Problem { path } } }`, { input: { idempotencyKey: `key-${(keys += 1)}-learning`, ...input } });
  return errors.length > 0 ? { error: errors[0]?.extensions.code } : data[command];
}

const learning = async (asker: string, of: string) =>
  (await authority.ask(who[asker] as Viewer, 'query Q($id: ID!) { worker(id: $id) { learning { edges { node { state score comment event { heldOn } } } } learningDue { standing dueOn course { code } } } }', { id: worker(of) })).data.worker;

test('a course is required of a role, held, booked, attended and evaluated; what is due or lapsed follows', async () => {
  const { course } = await tell('Petra', 'openCourse', { code: 'neglect', title: 'Neglect', cpdMinutes: 360, themeCode: 'neglect' }, 'course { id }');
  const rule = { courseId: course.id, role: 'practitioner', from: '2026-01-01', withinDays: 60, repeatMonths: 24, source: 'Learning plan' };
  expect(await tell('Petra', 'requireCourse', { ...rule, role: 'nobody' })).toEqual({ __typename: 'InputInvalid', path: ['role'] });
  expect(await tell('Petra', 'requireCourse', rule, 'course { requirements { role withinDays } }')).toMatchObject({ course: { requirements: [{ role: 'practitioner', withinDays: 60 }] } });
  expect(await tell('Petra', 'requireCourse', rule)).toEqual({ __typename: 'CourseRequiredAlready', path: ['role'] });
  // Sixty days after 1 January 2026 is 2 March; today is 18 March.
  expect((await learning('Noor', 'Noor')).learningDue).toEqual([{ standing: 'OVERDUE', dueOn: '2026-03-02', course: { code: 'neglect' } }]);

  const { event } = await tell('Hera', 'planLearningEvent', { courseId: course.id, heldOn: '2026-03-16', places: 1 }, 'event { id placesLeft }');
  expect(event.placesLeft).toBe(1);
  const { booking } = await tell('Noor', 'bookLearning', { eventId: event.id, workerId: worker('Noor') }, 'booking { id version state event { placesLeft } }');
  expect(booking).toMatchObject({ state: 'BOOKED', event: { placesLeft: 0 } });
  expect(await tell('Mira', 'bookLearning', { eventId: event.id, workerId: worker('Noor') })).toMatchObject({ __typename: 'LearningBookedAlready' });
  expect(await tell('Mira', 'bookLearning', { eventId: event.id, workerId: worker('Nell') })).toEqual({ __typename: 'LearningEventFull', path: ['eventId'] });
  expect(await tell('Otto', 'bookLearning', { eventId: event.id, workerId: worker('Nell') })).toEqual({ __typename: 'NotFound', path: ['workerId'] });

  const said = { bookingId: booking.id, version: booking.version, score: 5, comment: 'Clear' };
  expect(await tell('Noor', 'evaluateLearning', said)).toMatchObject({ __typename: 'LearningNotAttended' });
  expect(await tell('Noor', 'recordAttendance', { bookingId: booking.id, version: booking.version, attended: true })).toEqual({ error: 'FORBIDDEN' });
  const came = await tell('Petra', 'recordAttendance', { bookingId: booking.id, version: booking.version, attended: true }, 'booking { version }');
  expect(await tell('Petra', 'evaluateLearning', { ...said, version: came['booking'].version })).toMatchObject({ __typename: 'NotFound' });
  expect(await tell('Noor', 'evaluateLearning', said)).toMatchObject({ __typename: 'LearningBookingVersionStale' });
  expect(await tell('Noor', 'evaluateLearning', { ...said, version: came['booking'].version })).toMatchObject({ __typename: 'EvaluateLearningSuccess' });

  const whole = { learning: { edges: [{ node: { state: 'ATTENDED', score: 5, comment: 'Clear', event: { heldOn: '2026-03-16' } } }] }, learningDue: [{ standing: 'MET', dueOn: '2028-03-16', course: { code: 'neglect' } }] };
  for (const name of ['Noor', 'Mira', 'Petra', 'Hera']) expect([name, await learning(name, 'Noor')]).toEqual([name, whole]);
  for (const name of ['Nell', 'Otto']) expect([name, await learning(name, 'Noor')]).toEqual([name, { learning: { edges: [] }, learningDue: [] }]);

  const later = await tell('Petra', 'planLearningEvent', { courseId: course.id, heldOn: '2026-05-04', places: 5 }, 'event { id }');
  const next = await tell('Mira', 'bookLearning', { eventId: later['event'].id, workerId: worker('Nell') }, 'booking { id version }');
  expect(await tell('Petra', 'recordAttendance', { bookingId: next['booking'].id, version: next['booking'].version, attended: true })).toMatchObject({ __typename: 'LearningEventNotHeld' });
  expect((await authority.ask(who['Otto'] as Viewer, '{ learningEvents { edges { node { heldOn placesLeft course { title } } } } }')).data.learningEvents.edges).toEqual([{ node: { heldOn: '2026-05-04', placesLeft: 4, course: { title: 'Neglect' } } }]);
});

test('a year of development is met by two pieces, one of them with peer reflection; the few who see particulars see it', async () => {
  const piece = { recordedOn: '2026-01-12', title: 'A seminar', reflection: 'What I changed', peerReflection: false };
  const year = async (asker: string, asOf = '2026-03-18') =>
    (await authority.ask(who[asker] as Viewer, 'query Q($id: ID!, $asOf: Date) { worker(id: $id) { cpdYear(asOf: $asOf) { from before piecesNeeded met pieces { title } } } }', { id: worker('Noor'), asOf })).data.worker.cpdYear;
  expect(await tell('Noor', 'recordCpd', piece)).toMatchObject({ __typename: 'RecordCpdSuccess' });
  expect(await tell('Noor', 'recordCpd', { ...piece, recordedOn: '2026-01-13', title: 'Another' })).toMatchObject({ __typename: 'RecordCpdSuccess' });
  expect(await tell('Noor', 'recordCpd', { ...piece, recordedOn: '2026-03-19' })).toEqual({ __typename: 'InputInvalid', path: ['recordedOn'] });
  expect(await year('Noor')).toEqual({ from: '2025-12-01', before: '2026-12-01', piecesNeeded: 2, met: false, pieces: [{ title: 'A seminar' }, { title: 'Another' }] });
  await tell('Noor', 'recordCpd', { ...piece, recordedOn: '2025-12-01', title: 'Talked over', peerReflection: true });
  for (const name of ['Noor', 'Mira', 'Hera']) expect((await year(name)).met).toBe(true);
  for (const name of ['Nell', 'Otto', 'Petra']) expect(await year(name)).toBeNull();
  expect(await year('Noor', '2025-11-30')).toMatchObject({ from: '2024-12-01', met: false, pieces: [] });
  expect(await year('Noor', '2019-06-01')).toMatchObject({ piecesNeeded: null, met: null });
});
