import { machine } from '@qaf/identity';
import type { AgeBand } from '../answer/offered';
import { writeWaitingAnswers } from '../answer/answer.writer';
import { releaseDueAnswers } from '../answer-release/release-regularly';
import { publishedQuestionnaires } from '../invitation/invitation.writer';
import { answerOf, ask, openWorld, PEOPLE, type World } from '../voice.fixtures';
import { publishResponseRates } from './publish-response-rates';

let world: World;
let version: string;

const RATES = `query ($by: Text, $periods: [Text!]) { responseRates(questionnaireCode: "cp-plan-end", by: $by, periods: $periods) { period
  lines { member n { value } answered { ...S } declined { ...S } notOffered { ...S } } provenance { definition period n { value } toolVersions } } }
  fragment S on SuppressedShare { share numerator { value } denominator { value } hidden }`;

async function answered(period: string, of: Partial<Record<AgeBand, number>>): Promise<void> {
  const rows = Object.entries(of).flatMap(([ageBand, count]) => Array.from({ length: count }, () => ({
    questionnaireVersionId: version, period,
    sheet: { language: 'en', variant: 'STANDARD', mode: 'LINK', ageBand: ageBand as AgeBand, offeredLanguage: 'en', answers: [{ key: 'listened-to', value: '4' }] },
  })));
  await world.voice.unit(PEOPLE.imports, 'test').command((tx) => writeWaitingAnswers(tx, rows));
}

/** So many invitations; the first of them is of a child who is locked. */
async function invited(count: number, on: string, { ageBand = null, outcome = null }: { ageBand?: AgeBand | null; outcome?: string | null }): Promise<string[]> {
  const { rows } = await world.admin.query<{ id: string; child_id: string }>(
    `insert into voice.invitation (child_id, questionnaire_version_id, audience, reason, raised_on, mode, given_on, age_band, language, outcome, outcome_reason, outcome_on)
     select gen_random_uuid(), $2, 'CHILD', 'CP_PLAN_ENDED', $3, case when $5::text is null then 'LINK' end, case when $5::text is null then $3::date end, $4, case when $5::text is null then 'en' end,
       $5, case when $5::text is not null then 'OTHER' end, case when $5::text is not null then $3::date end
     from generate_series(1, $1) returning id, child_id`,
    [count, version, on, ageBand, outcome],
  );
  await world.admin.query('insert into voice.child_lock (child_id, locked, worker_ids, told_at) values ($1, true, $2, now())', [rows[0]?.child_id, []]);
  return rows.map(({ id }) => id);
}

beforeAll(async () => {
  world = await openWorld();
  version = (await world.voice.unit(PEOPLE.imports, 'test').command((tx) => publishedQuestionnaires(tx))).get('cp-plan-end') ?? '';
  const [named] = await invited(31, '2018-05-01', { ageBand: '8_TO_11' });
  await world.admin.query(
    `insert into voice.identified_response (child_id, invitation_id, questionnaire_version_id, consent_given_on, recorded_by) select child_id, id, questionnaire_version_id, '2018-05-02', $2 from voice.invitation where id = $1`,
    [named, PEOPLE.wren.personId],
  );
  await invited(24, '2018-06-30', { ageBand: '12_TO_15' });
  await invited(7, '2018-05-01', { outcome: 'DECLINED' });
  await invited(9, '2018-05-01', { outcome: 'NOT_OFFERED' });
  await answered('2018-19 Q1', { '8_TO_11': 20, '12_TO_15': 16 });
  await releaseDueAnswers(world.voice, new Date('2018-07-03T03:00:00Z'));
  // In the second quarter everyone answered.
  await invited(12, '2018-07-01', { ageBand: '8_TO_11' });
  await answered('2018-19 Q2', { '8_TO_11': 12 });
  await releaseDueAnswers(world.voice, new Date('2018-10-03T03:00:00Z'));
}, 120_000);

afterAll(() => world.close());

interface Share {
  share: number | null;
  numerator: { value: number | null };
  denominator: { value: number | null };
  hidden: boolean;
}
interface Rates {
  responseRates: { period: string; lines: { member: string | null; n: { value: number | null }; answered: Share; declined: Share; notOffered: Share }[]; provenance: Record<string, unknown> }[];
}

const rates = async (viewer: Parameters<typeof answerOf>[1], variables: object = {}) => (await answerOf<Rates>(world.voice, viewer, RATES, variables as Record<string, unknown>)).responseRates;
const parts = ({ numerator, denominator }: Share) => [numerator.value, denominator.value];

test('how many answered, declined and were not asked is out with the batch, of children who are locked too', async () => {
  for (const viewer of [PEOPLE.impact, PEOPLE.member, PEOPLE.wren]) {
    const [quarter, ...others] = await rates(viewer);
    expect([quarter?.period, others]).toEqual(['2018-19 Q1', []]);
    const [line] = quarter?.lines ?? [];
    // 31 + 24 given less the one who answered with a name, 20 + 16 sheets; seven more were asked and declined; nine were not.
    expect(line && [line.n.value, parts(line.answered), parts(line.declined), parts(line.notOffered)]).toEqual([70, [36, 54], [7, 61], [9, 70]]);
    expect(line?.answered.share).toBeCloseTo(2 / 3, 10);
    expect(quarter?.provenance).toMatchObject({ period: '2018-19 Q1', n: { value: 70 }, toolVersions: ['End of a child protection plan: children and young people, version 1'] });
  }
});

test('by age band each is set beside those who were given a link', async () => {
  const [quarter] = await rates(PEOPLE.impact, { by: 'AGE_BAND' });
  const lines = new Map(quarter?.lines.map((line) => [line.member, line]));
  expect(parts(lines.get('8_TO_11')?.answered as Share)).toEqual([20, 30]);
  expect(parts(lines.get('12_TO_15')?.answered as Share)).toEqual([16, 24]);
  expect(lines.get('NOT_TOLD')?.n.value).toBe(16);
});

test('a quarter in which everyone answered is told of nobody', async () => {
  const { rows } = await world.admin.query(`select state from voice.answer_batch where last_period = '2018-19 Q2' and questionnaire_version_id = $1`, [version]);
  expect(rows).toEqual([{ state: 'RELEASED' }]);
  expect(await rates(PEOPLE.impact, { periods: ['2018-19 Q2'] })).toEqual([]);
});

test('what is out is not published again, and a later note changes nothing', async () => {
  const before = await rates(PEOPLE.impact);
  await invited(20, '2018-05-01', { outcome: 'DECLINED' });
  expect(await publishResponseRates(() => world.voice.unit(machine('machine_report', 'test'), 'test'), new Date('2018-10-04T03:00:00Z'))).toEqual([]);
  expect(await rates(PEOPLE.impact)).toEqual(before);
});

test('another cut is refused by name, and whoever has no login is refused', async () => {
  const answer = await ask(world.voice, PEOPLE.impact, RATES, { by: 'TEAM' });
  expect([answer.errors?.[0]?.extensions?.['code'], answer.errors?.[0]?.message]).toEqual(['BAD_USER_INPUT', expect.stringMatching(/TableNotReleased.*Ask one of/)]);
  expect((await ask(world.voice, PEOPLE.nobody, RATES)).errors?.[0]?.extensions?.['code']).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
});

test('the machine reads invitations to count them and writes none; a person gains nothing by it', async () => {
  const count = (viewer: Parameters<typeof answerOf>[1]) => world.voice.unit(viewer, 'test').command((tx) => tx.query<{ n: number }>('select count(*)::int as n from invitation'));
  expect(await count(PEOPLE.member)).toEqual([{ n: 0 }]);
  expect((await count(machine('machine_report', 'test')))[0]?.n).toBeGreaterThan(80);
  const changed = await world.voice.unit(machine('machine_report', 'test'), 'test').command((tx) => tx.query(`update invitation set language = 'pl' returning id`)).catch(() => []);
  expect(JSON.stringify(changed)).not.toContain('id');
});
