import { machine } from '@qaf/identity';
import type { AnswerSheet } from '../answer/sealing';
import { writeWaitingAnswers } from '../answer/answer.writer';
import { keepVoiceSecret } from '../answer/link-keys';
import { publishedQuestionnaires } from '../invitation/invitation.writer';
import { openWorld, PEOPLE, type World } from '../voice.fixtures';
import { releaseAnswers } from './answer-release.service';

let world: World;
let version: string;

beforeAll(async () => {
  world = await openWorld();
  version = (await world.voice.unit(PEOPLE.imports, 'test').command((tx) => publishedQuestionnaires(tx))).get('cp-plan-end') ?? '';
});

afterAll(() => world.close());

beforeEach(async () => {
  await world.admin.query('truncate voice.waiting_answer, voice.answer_batch cascade');
});

const report = () => world.voice.unit(machine('machine_report', 'test'), 'releaseAnswers');
const IN_JANUARY = new Date('2019-01-05T03:00:00Z');
const IN_APRIL = new Date('2019-04-05T03:00:00Z');

function sheet(number: number, more: Partial<AnswerSheet> = {}): AnswerSheet {
  return { language: 'en', variant: 'STANDARD', mode: 'LINK', ageBand: '8_TO_11', offeredLanguage: 'en', answers: [{ key: 'listened-to', value: String(number) }, { key: 'what-helped', text: `words ${number}` }], ...more };
}

async function wait(count: number, period = '2018-19 Q3', more: Partial<AnswerSheet> = {}): Promise<void> {
  const rows = Array.from({ length: count }, (_, number) => ({ questionnaireVersionId: version, period, sheet: sheet(number, more) }));
  await world.voice.unit(PEOPLE.imports, 'test').command((tx) => writeWaitingAnswers(tx, rows));
}

async function state(): Promise<{ waiting: number; released: number; comments: number; batches: string[] }> {
  const { rows } = await world.admin.query(`select (select count(*)::int from voice.waiting_answer) as waiting, (select count(*)::int from voice.released_answer) as released,
    (select count(*)::int from voice.waiting_comment) as comments,
    (select coalesce(array_agg(concat_ws(' ', b.state, b.first_period, b.last_period, b.answers) order by b.last_period), '{}') from voice.answer_batch b where b.questionnaire_version_id = $1) as batches`, [version]);
  return rows[0];
}

const ofVersion = (outcomes: { questionnaireVersionId: string }[]) => outcomes.filter((one) => one.questionnaireVersionId === version);

test('a quarter that is over comes out: ratings row by row, own words sealed for the moderator, and nothing waits', async () => {
  await wait(12);
  await wait(2, '2018-19 Q4');
  expect(ofVersion(await releaseAnswers(report, IN_JANUARY))).toEqual([{ questionnaireVersionId: version, period: '2018-19 Q3', answers: 12, unopened: 0 }]);
  // The two of the quarter that runs go on waiting.
  expect(await state()).toEqual({ waiting: 2, released: 12, comments: 12, batches: ['RELEASED 2018-19 Q3 2018-19 Q3 12'] });
  const { rows } = await world.admin.query('select value, age_band, language, mode, variant, id from voice.released_answer order by value::int');
  expect(rows.map((row) => row.value)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
  expect(rows[0]).toMatchObject({ age_band: '8_TO_11', language: 'en', mode: 'LINK', variant: null });
  for (const row of rows) expect(row.id[14]).toBe('4');
  const comments = await world.admin.query('select comment from voice.waiting_comment');
  expect(JSON.stringify(comments.rows)).not.toContain('words');
});

test('too few wait for the next quarter, and it is said without a number', async () => {
  await wait(9);
  expect(ofVersion(await releaseAnswers(report, IN_JANUARY))).toEqual([{ questionnaireVersionId: version, period: '2018-19 Q3', answers: null, unopened: 0 }]);
  expect(await state()).toMatchObject({ waiting: 9, released: 0, batches: ['HELD_OVER 2018-19 Q3 2018-19 Q3'] });
  await wait(1, '2018-19 Q4');
  // Nine and one are ten: enough, of both quarters together.
  await releaseAnswers(report, IN_APRIL);
  expect(await state()).toMatchObject({ waiting: 0, released: 10, batches: ['HELD_OVER 2018-19 Q3 2018-19 Q3', 'RELEASED 2018-19 Q3 2018-19 Q4 10'] });
});

test('a version that nobody answered is held over like one that few answered', async () => {
  await releaseAnswers(report, IN_JANUARY);
  expect((await state()).batches).toEqual(['HELD_OVER 2018-19 Q3 2018-19 Q3']);
});

test('a quarter is decided once, however often it is asked for', async () => {
  await wait(12);
  await releaseAnswers(report, IN_JANUARY);
  await wait(12);
  expect(await releaseAnswers(report, IN_JANUARY)).toEqual([]);
  expect(await state()).toMatchObject({ waiting: 12, released: 12 });
});

test('of two that release at once, one does', async () => {
  await wait(30);
  const both = await Promise.all([releaseAnswers(report, IN_JANUARY), releaseAnswers(report, IN_JANUARY)]);
  expect(ofVersion(both.flat()).map((one) => (one as { answers?: number }).answers)).toEqual([30]);
  expect(await state()).toMatchObject({ waiting: 0, released: 30, comments: 30 });
});

test('a release that breaks in the middle leaves everything as it was, and the next one is whole', async () => {
  await wait(12);
  // The last thing that a release writes is refused.
  await world.admin.query(`create function voice.break_it() returns trigger language plpgsql as 'begin raise exception ''broken''; end'`);
  await world.admin.query('create trigger break_it before insert on voice.waiting_comment for each row execute function voice.break_it()');
  await expect(releaseAnswers(report, IN_JANUARY)).rejects.toThrow();
  expect(await state()).toEqual({ waiting: 12, released: 0, comments: 0, batches: [] });
  await world.admin.query('drop function voice.break_it cascade');
  await releaseAnswers(report, IN_JANUARY);
  expect(await state()).toMatchObject({ waiting: 0, released: 12, comments: 12 });
});

test('what a few alone have is not told beside an answer', async () => {
  await wait(14);
  await wait(3, '2018-19 Q3', { mode: 'INTERVIEW', offeredLanguage: 'pl' });
  await releaseAnswers(report, IN_JANUARY);
  const { rows } = await world.admin.query('select age_band, language, mode, answers from voice.answer_batch_group');
  // Three share an age band with the fourteen, and a language and a way with too few; three alone are too few to be a class.
  expect(rows).toEqual([{ age_band: null, language: null, mode: null, answers: 17 }]);
});

test('sheets that another secret sealed stay, and keep nobody else waiting', async () => {
  await wait(11);
  keepVoiceSecret('the secret of a platform before this one');
  await wait(2);
  keepVoiceSecret('a secret for the stories of the voice subgraph');
  expect(ofVersion(await releaseAnswers(report, IN_JANUARY))).toEqual([{ questionnaireVersionId: version, period: '2018-19 Q3', answers: 11, unopened: 2 }]);
  expect((await state()).waiting).toBe(2);
});

test('nobody but the machine sees released answers, and nobody changes or takes them back', async () => {
  await wait(12);
  await releaseAnswers(report, IN_JANUARY);
  for (const [name, viewer] of Object.entries(PEOPLE)) {
    const seen = await world.voice.unit(viewer, 'test').command((tx) => tx.query('select * from released_answer union all select id, batch_id, null, null, age_band, language, mode, variant from answer_batch_group'));
    expect([name, seen]).toEqual([name, []]);
  }
  for (const sql of [`update released_answer set value = '5'`, 'delete from released_answer', `update answer_batch set answers = 99`]) {
    await expect(report().command((tx) => tx.query(sql))).rejects.toMatchObject({ code: '42501' });
  }
});

test('no table of what came out has a column that tells a time, a person, a token or an order', async () => {
  const { rows } = await world.admin.query(`select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'voice' and table_name in ('released_answer', 'waiting_comment') order by 1`);
  expect(rows.map((row) => row.name)).toEqual([
    'released_answer.age_band', 'released_answer.batch_id', 'released_answer.id', 'released_answer.language', 'released_answer.mode', 'released_answer.question_key', 'released_answer.value', 'released_answer.variant',
    'waiting_comment.batch_id', 'waiting_comment.comment', 'waiting_comment.id', 'waiting_comment.question_key',
  ]);
});
