import { machine } from '@qaf/identity';
import { writeWaitingAnswers } from '../answer/answer.writer';
import { releaseDueAnswers } from '../answer-release/release-regularly';
import type { AgeBand } from '../answer/offered';
import { publishedQuestionnaires } from '../invitation/invitation.writer';
import { answerOf, ask, openWorld, PEOPLE, type World } from '../voice.fixtures';
import { publishResults } from './publish-results';

let world: World;
let version: string;

const RESULTS = `query ($key: Text, $by: Text, $periods: [Text!]) { questionnaireResults(questionnaireCode: "cp-plan-end", questionKey: $key, periods: $periods) {
  id question sinceVersion period table(by: $by) { lines { member n { value hidden } counts { value label count { value hidden } } favourable { share numerator { value } denominator { value } hidden } mean { mean hidden } }
    provenance { definition period n { value } toolVersions version } } } }`;
const SERIES = `query ($key: Text!, $of: Text!) { questionnaireSeries(questionnaireCode: "cp-plan-end", questionKey: $key, of: $of) { question sinceVersion series { unit points { period value hidden } phases { n mean lower upper } signals { kind } } } }`;

/** So many answers of each value, in turn to each question. */
async function answered(period: string, listened: Record<string, number>, safe: Record<string, number>): Promise<void> {
  const [ratings, feelings] = [listened, safe].map((counts) => Object.entries(counts).flatMap(([value, n]) => Array.from({ length: n }, () => value)));
  const rows = (ratings ?? []).map((value, number) => ({
    questionnaireVersionId: version, period,
    sheet: { language: 'en', variant: 'STANDARD', mode: 'LINK', ageBand: (number % 2 ? '8_TO_11' : '12_TO_15') as AgeBand, offeredLanguage: 'en', answers: [{ key: 'listened-to', value }, { key: 'feel-safe', value: feelings?.[number] ?? 'YES' }] },
  }));
  await world.voice.unit(PEOPLE.imports, 'test').command((tx) => writeWaitingAnswers(tx, rows));
}

beforeAll(async () => {
  world = await openWorld();
  version = (await world.voice.unit(PEOPLE.imports, 'test').command((tx) => publishedQuestionnaires(tx))).get('cp-plan-end') ?? '';
  await answered('2018-19 Q1', { '5': 20, '4': 16, '3': 10, '2': 8, '1': 6 }, { YES: 40, NOT_SURE: 12, NO: 8 });
  await releaseDueAnswers(world.voice, new Date('2018-07-03T03:00:00Z'));
  await answered('2018-19 Q2', { '5': 30, '4': 16, '3': 10, '2': 3, '1': 1 }, { YES: 57, NOT_SURE: 0, NO: 3 });
  await releaseDueAnswers(world.voice, new Date('2018-10-03T03:00:00Z'));
}, 120_000);

afterAll(() => world.close());

interface Line {
  member: string | null;
  n: { value: number | null };
  counts: { value: string; label: string; count: { value: number | null; hidden: boolean } }[];
  favourable: { share: number | null; hidden: boolean } | null;
  mean: { mean: number | null; hidden: boolean } | null;
}
interface Results {
  questionnaireResults: { id: string; question: string; period: string; table: { lines: Line[]; provenance: Record<string, unknown> } }[];
}

const results = async (viewer: Parameters<typeof answerOf>[1], variables: object) => (await answerOf<Results>(world.voice, viewer, RESULTS, variables as Record<string, unknown>)).questionnaireResults;

test('a question’s results of a quarter: every answer, the favourable share and the mean', async () => {
  const [release, ...others] = await results(PEOPLE.member, { key: 'listened-to', periods: ['2018-19 Q1'] });
  expect(others).toEqual([]);
  expect(release?.question).toBe('My worker listened to what I thought and wanted.');
  const [line] = release?.table.lines ?? [];
  expect(line?.counts.map(({ value, count }) => [value, count.value])).toEqual([['1', 6], ['2', 8], ['3', 10], ['4', 16], ['5', 20]]);
  expect(line?.counts.map(({ label }) => label)).toEqual(['Not at all', 'Not much', 'Partly', 'Mostly', 'Completely']);
  // 20 + 16 of 60; and (6·1 + 8·2 + 10·3 + 16·4 + 20·5) / 60 = 216 / 60.
  expect(line).toMatchObject({ member: null, n: { value: 60 }, favourable: { share: 0.6, hidden: false }, mean: { mean: 3.6, hidden: false } });
  expect(release?.table.provenance).toMatchObject({ period: '2018-19 Q1', n: { value: 60 }, version: 1, toolVersions: ['End of a child protection plan: children and young people, version 1'] });
});

test('small numbers are hidden, and whatever would give them away', async () => {
  const [release] = await results(PEOPLE.impact, { key: 'feel-safe', periods: ['2018-19 Q2'] });
  const counts = release?.table.lines[0]?.counts ?? [];
  // Three said no: the count is hidden, and at least one beside it, or the total would tell it.
  expect(counts.find(({ value }) => value === 'NO')?.count).toEqual({ value: null, hidden: true });
  expect(counts.filter(({ count }) => count.hidden).length).toBeGreaterThanOrEqual(2);
  expect(release?.table.lines[0]?.favourable).toMatchObject({ share: null, hidden: true });
});

test('by age band the share alone is released, and what nobody was is told as nobody', async () => {
  const [release] = await results(PEOPLE.member, { key: 'listened-to', by: 'AGE_BAND', periods: ['2018-19 Q1'] });
  const lines = new Map(release?.table.lines.map((line) => [line.member, line]));
  // Thirty of each, in turn: 20 fives begin with an even number, so each age has half of every value.
  expect(lines.get('8_TO_11')).toMatchObject({ n: { value: 30 }, counts: [], favourable: { share: 0.6 } });
  expect(lines.get('12_TO_15')).toMatchObject({ n: { value: 30 }, favourable: { share: 0.6 } });
  expect(lines.get('UNDER_8')).toMatchObject({ n: { value: 0 } });
});

test('a cut that is not released is refused, saying what can be asked', async () => {
  const answer = await ask(world.voice, PEOPLE.member, RESULTS, { key: 'listened-to', by: 'ETHNICITY' });
  expect(answer.errors?.[0]?.message).toMatch(/TableNotReleased.*by/i);
  expect(answer.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
});

test('quarter by quarter, a hidden figure is a gap', async () => {
  interface Of { questionnaireSeries: { question: string; sinceVersion: number; series: { unit: string; points: object[] } }[] }
  const of = async (key: string, what: string) => (await answerOf<Of>(world.voice, PEOPLE.impact, SERIES, { key, of: what })).questionnaireSeries;
  const [listened] = await of('listened-to', 'COUNT');
  expect(listened?.series.points).toEqual([{ period: '2018-19 Q1', value: 60, hidden: false }, { period: '2018-19 Q2', value: 60, hidden: false }]);
  const [safe] = await of('feel-safe', 'SHARE');
  expect(safe).toMatchObject({ sinceVersion: 1, series: { unit: 'SHARE', points: [{ period: '2018-19 Q1', value: 40 / 60 }, { period: '2018-19 Q2', value: null, hidden: true }] } });
});

test('what is published is not published again, and the whole year comes when it is over', async () => {
  const unit = () => world.voice.unit(machine('machine_report', 'test'), 'test');
  expect(await publishResults(unit, new Date('2018-10-04T03:00:00Z'))).toEqual([]);
  const year = await publishResults(unit, new Date('2019-04-02T03:00:00Z'));
  expect(new Set(year.map(({ period }) => period))).toEqual(new Set(['2018-19']));
  const [release] = await results(PEOPLE.member, { key: 'listened-to', periods: ['2018-19'] });
  expect(release?.table.lines[0]?.n.value).toBe(120);
});

test('nobody reads the answers, nor the counts behind what is published', async () => {
  for (const viewer of [PEOPLE.qpa, PEOPLE.psw, PEOPLE.impact, PEOPLE.member, PEOPLE.moderator, PEOPLE.nobody]) {
    expect(await world.voice.unit(viewer, 'test').command((tx) => tx.query('select release_id from release_truth union all select id from released_answer'))).toEqual([]);
  }
  expect(await world.voice.unit(PEOPLE.nobody, 'test').command((tx) => tx.query('select * from release'))).toEqual([]);
});
