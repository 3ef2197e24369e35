import { randomUUID } from 'node:crypto';
import { checkRollUp } from '@qaf/database';
import { globalId } from '@qaf/graph';
import { machine } from '@qaf/identity';
import { reportDue } from '@qaf/release';
import { SEEN_ALONE_ROLL_UPS } from '../migrations/seen-alone-roll-ups';
import { VOICE_RELEASES } from '../releases';
import { VOICE } from '../subgraph';
import { answerOf, ask, change, NORTH, openWorld, PEOPLE, SOUTH, tell, type World } from '../voice.fixtures';

const CARE = '50000000-0000-4000-8000-000000000001';
const HELP = '50000000-0000-4000-8000-000000000002';
const FIELDS = `provenance { statistic period n { value } askInstead } lines { team { id } service { id } ethnicity seenAlone { share hidden numerator { value hidden } denominator { value hidden } } }`;
const PUBLISH = 'mutation ($input: PublishSeenAloneInput!) { publishSeenAlone(input: $input) { __typename ... on PublishSeenAloneSuccess { period version } ... on Problem { path } } }';
const REPORT = machine('machine_report', 'test');

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

type Told = { alone: number; not: number; team: string; service: string; group: string; on?: string };

/** Each child has one visit, or two of which the second only was alone. */
async function imported(...told: Told[]): Promise<void> {
  const facts = told.flatMap(({ alone, not, team, service, group, on = '2018-07-02' }) =>
    Array.from({ length: alone + not }, (_, at) => {
      const child = { childId: randomUUID(), kind: 'VISIT', on, seen: true, participationCode: null, workerId: randomUUID(), teamId: null, heldByTeamId: team, heldByServiceId: service, ethnicityGroup: group };
      const visit = (seenAlone: boolean) => ({ ...child, sourceId: randomUUID(), seenAlone });
      return at >= alone ? [visit(false)] : at % 2 === 0 ? [visit(true)] : [visit(false), visit(true)];
    }).flat(),
  );
  for (let from = 0; from < facts.length; from += 200) await tell(world.voice, 'casework.views.imported.v1', { facts: facts.slice(from, from + 200) });
}

const wrong = async (): Promise<object[]> => world.voice.unit(REPORT, 'check').command(async (tx) => (await Promise.all(SEEN_ALONE_ROLL_UPS.map((one) => checkRollUp(tx, 'voice', one)))).flat());
const publish = (period: string, who = PEOPLE.qpa) => change(world.voice, who, PUBLISH, { period });

test('children seen alone come out by team and ethnicity as counted by hand, however often a child was visited', async () => {
  await imported(
    { team: NORTH, service: CARE, group: 'WHITE', alone: 30, not: 20 },
    { team: NORTH, service: CARE, group: 'BLACK', alone: 18, not: 12 },
    { team: SOUTH, service: HELP, group: 'WHITE', alone: 25, not: 15 },
    { team: SOUTH, service: HELP, group: 'BLACK', alone: 10, not: 10, on: '2018-09-30' },
    // The quarter after, which is not over.
    { team: SOUTH, service: HELP, group: 'BLACK', alone: 3, not: 0, on: '2018-10-01' },
  );
  expect(await wrong()).toEqual([]);
  expect(await publish('2018-19 Q2')).toEqual({ __typename: 'PublishSeenAloneSuccess', period: '2018-19 Q2', version: 1 });
  const { seenAlone } = await answerOf<{ seenAlone: { lines: { team: { id: string }; ethnicity: string; seenAlone: object }[] }[] }>(world.voice, PEOPLE.member, `{ seenAlone(by: ["team", "ethnicity"]) { ${FIELDS} } }`);
  const shares = seenAlone[0]!.lines.filter(({ seenAlone: share }) => (share as { denominator: { value: number | null } }).denominator.value !== 0).map(({ team, ethnicity, seenAlone: share }) => [team.id, ethnicity, (share as { share: number }).share]);
  const [north, south] = [globalId('Team', NORTH), globalId('Team', SOUTH)];
  expect(shares.sort()).toEqual([[north, 'BLACK', 18 / 30], [north, 'WHITE', 30 / 50], [south, 'BLACK', 10 / 20], [south, 'WHITE', 25 / 40]].sort());
  const whole = await answerOf<{ seenAlone: object[]; byService: { lines: object[] }[] }>(world.voice, PEOPLE.wren, `{ seenAlone { ${FIELDS} } byService: seenAlone(by: ["service"]) { lines { service { id } team { id } seenAlone { numerator { value } } } } }`);
  // 30 + 18 + 25 + 10 of 50 + 30 + 40 + 20.
  expect(whole.seenAlone).toEqual([{ provenance: { statistic: 'seen-alone', period: '2018-19 Q2', n: { value: 140 }, askInstead: [] }, lines: [{ team: null, service: null, ethnicity: null, seenAlone: { share: 83 / 140, hidden: false, numerator: { value: 83, hidden: false }, denominator: { value: 140, hidden: false } } }] }]);
  expect(whole.byService[0]!.lines).toEqual([{ service: { id: globalId('Service', CARE) }, team: null, seenAlone: { numerator: { value: 48 } } }, { service: { id: globalId('Service', HELP) }, team: null, seenAlone: { numerator: { value: 35 } } }]);
  const { seenAloneSeries } = await answerOf<{ seenAloneSeries: object }>(world.voice, PEOPLE.member, `{ seenAloneSeries(teamId: "${north}", ethnicity: "BLACK") { unit points { period value hidden } phases { mean n } } }`);
  expect(seenAloneSeries).toEqual({ unit: 'SHARE', points: [{ period: '2018-19 Q2', value: 18 / 30, hidden: false }], phases: [{ mean: null, n: 0 }] });
});

test('a group of three is hidden with enough beside it, and no small number is in what is read', async () => {
  await imported({ team: NORTH, service: CARE, group: 'WHITE', alone: 40, not: 30 }, { team: NORTH, service: CARE, group: 'ASIAN', alone: 2, not: 1 }, { team: NORTH, service: CARE, group: 'BLACK', alone: 20, not: 25 }, { team: SOUTH, service: HELP, group: 'WHITE', alone: 33, not: 31 });
  await publish('2018-19 Q2');
  const { seenAlone } = await answerOf<{ seenAlone: { lines: { ethnicity: string; seenAlone: { share: number | null; hidden: boolean } }[] }[] }>(world.voice, PEOPLE.member, `{ seenAlone(by: ["ethnicity"]) { ${FIELDS} } }`);
  expect(seenAlone[0]!.lines.find(({ ethnicity }) => ethnicity === 'ASIAN')?.seenAlone).toMatchObject({ share: null, hidden: true });
  const { rows } = await world.admin.query('select count(*) filter (where value between 1 and 5)::int as small, count(*) filter (where value is null)::int as hidden from voice.release_cell');
  expect(rows[0].small).toBe(0);
  expect(rows[0].hidden).toBeGreaterThan(6);
});

test('what was not declared, those who may not, and a quarter that is not over are refused by name', async () => {
  const { errors } = await ask(world.voice, PEOPLE.member, `{ seenAlone(by: ["team", "service"]) { ${FIELDS} } }`);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors![0]!.message).toMatch(/^TableNotReleased: the statistic seen-alone .* by-team-and-ethnicity \(organisation by team, ethnicity by ethnicity\); /);
  for (const who of ['northManager', 'member', 'hr', 'headOfService'] as const) expect((await ask(world.voice, PEOPLE[who], PUBLISH, { input: { idempotencyKey: randomUUID(), period: '2018-19 Q2' } })).errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
  expect(await publish('2018-19 Q3', PEOPLE.psw)).toEqual({ __typename: 'ReleasePeriodNotFinished', path: ['period'] });
  expect(await publish('2018-19', PEOPLE.psw)).toEqual({ __typename: 'InputInvalid', path: ['period'] });
});

test('the machine publishes a quarter once it is settled, a child moved or merged counts where they are, and nobody reads the sums', async () => {
  await imported({ team: NORTH, service: CARE, group: 'WHITE', alone: 30, not: 20 }, { team: SOUTH, service: HELP, group: 'WHITE', alone: 25, not: 15 });
  const due = (day: string) => reportDue(world.voice, { store: VOICE.store, sources: VOICE_RELEASES.filter(({ statistic }) => statistic.code === 'seen-alone') }, new Date(`${day}T03:00:00Z`));
  expect(await due('2018-10-14')).toEqual([]);
  expect((await due('2018-10-15')).map(({ period, outcome }) => [period, outcome.kind])).toEqual([['2018-19 Q2', 'RELEASED']]);
  const [{ one, other }] = (await world.admin.query(`select min(child_id::text) as one, max(child_id::text) as other from voice.views_record where held_by_team_id = '${NORTH}'`)).rows as [{ one: string; other: string }];
  await tell(world.voice, 'casework.child.merged.v1', { keptId: one, mergedId: other });
  await tell(world.voice, 'casework.children.changed.v1', { children: [{ childId: one, workerId: PEOPLE.odd.personId, teamId: SOUTH, iroId: null }] });
  expect(await wrong()).toEqual([]);
  // The visits stay with the team that held the child then; fewer came or went than a second release needs.
  expect((await world.admin.query(`select count(distinct held_by_team_id)::int as n from voice.views_record where child_id = '${one}'`)).rows).toEqual([{ n: 1 }]);
  expect(await publish('2018-19 Q2')).toEqual({ __typename: 'ReleaseStepTooSmall', path: ['period'] });
  for (const who of [PEOPLE.qpa, PEOPLE.psw, PEOPLE.northManager, PEOPLE.imports, PEOPLE.events]) {
    for (const table of ['child_visit_sum', 'child_visit_known', 'child_visit_sum_change', 'child_visit_sum_counted()', 'release_truth']) expect(await world.voice.unit(who, 'test').command((tx) => tx.query(`select * from ${table}`))).toEqual([]);
  }
});
