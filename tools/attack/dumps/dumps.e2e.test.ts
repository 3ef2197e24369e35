import { randomInt, randomUUID } from 'node:crypto';
import { nobody, type Viewer } from '@qaf/identity';
import { releaseDueAnswers } from '@qaf/voice';
import { parse } from 'graphql';
import { type Attacked, attack, type Evidence } from './attack';
import { type Dump, type DumpedRow, fullDump } from './dump';
import { orderOfLines, type Order } from './orders';
import { openScene, publishTellingVersion, type Scene } from './stage.fixtures';
import { loggedBetween, orderInLog, positionNow, uuidBytes } from './wal';

/** In fours: half of each class can stay in its place. More take longer, and leave chance less to hide behind. */
const PEOPLE = Number(process.env['QAF_ATTACK_PEOPLE'] ?? 80);
const GIVE = 'mutation M($input: GiveInvitationLinkInput!) { giveInvitationLink(input: $input) { ... on GiveInvitationLinkSuccess { token } ... on Problem { code } } }';
const ANSWER = 'mutation M($input: AnswerQuestionnaireInput!) { answerQuestionnaire(input: $input) { ... on AnswerQuestionnaireSuccess { received } ... on Problem { code message } } }';
const FIND = `select id, child_id, version from voice.invitation where child_id = $1 and audience = 'CHILD'`;

jest.setTimeout(300_000);

/** Whoever moderates, asked for what a comment says: the judge's way to know whose it is. */
const MODERATOR: Viewer = { ...nobody('attack'), personId: '20000000-0000-4000-8000-000000000021', workerId: '20000000-0000-4000-8000-000000000021', displayName: 'Judge', grants: [{ role: 'survey_moderator', scope: 'authority', scopeId: null }] };
const WORDS = 'query ($after: String) { waitingComments(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id text } } } }';

/** What the judge of the attack knows of one person, and whoever attacks may know too: all but the answer. */
interface Person {
  childId: string;
  invitationId: string;
  /** The row in which the answer waited, told by the transaction that wrote it. */
  waitingId: string;
  spentHash: string;
  mark: string;
}

let scene: Scene;
const people: Person[] = [];
const dumps: { before: Dump; after: Dump } = { before: new Map(), after: new Map() };
const log: { whole: Buffer; release: Buffer } = { whole: Buffer.alloc(0), release: Buffer.alloc(0) };

/** Marks in an order of their own: what somebody answers says nothing of when. The dash is in no sealed text by chance. */
const MARKS = Array.from({ length: PEOPLE }, (_, number) => ({ mark: `V-${String(number).padStart(4, '0')}`, at: randomInt(2 ** 47) })).toSorted((one, other) => one.at - other.at).map(({ mark }) => mark);

beforeAll(async () => {
  scene = await openScene();
  await publishTellingVersion(scene.graph, MARKS.toSorted());
  const begun = await positionNow(scene.admin);
  scene.setNow('2018-11-05T10:00:00Z');
  // The worst that can be: everyone answers the moment they are given the link, before the next is given theirs.
  for (const [number, mark] of MARKS.entries()) people.push(await invitedAndAnswered(mark, number));
  dumps.before = await fullDump(scene.admin);
  const answered = await positionNow(scene.admin);
  scene.setNow('2019-01-02T03:00:00Z');
  const outcomes = await releaseDueAnswers(scene.graph.subgraphs.voice, new Date('2019-01-02T03:00:00Z'));
  expect(outcomes.map(({ answers }) => answers).filter((count) => count !== null)).toEqual([PEOPLE]);
  dumps.after = await fullDump(scene.admin);
  const ended = await positionNow(scene.admin);
  log.whole = await loggedBetween(scene.admin, begun, answered);
  log.release = await loggedBetween(scene.admin, answered, ended);
});

afterAll(() => scene?.close());

async function invitedAndAnswered(mark: string, number: number): Promise<Person> {
  const childId = randomUUID();
  await scene.graph.subgraphs.voice.handle({ id: randomUUID(), type: 'casework.cp-plan.ended.v1', subject: `child:${childId}`, occurredAt: '2018-11-01T09:00:00.000Z', data: { episodeId: randomUUID(), childId, endedOn: '2018-10-31', workerId: null, teamId: null } });
  const { rows: [invitation] } = await scene.admin.query<{ id: string; version: number }>(FIND, [childId]);
  const invitationId = invitation?.id ?? '';
  const global = Buffer.from(`Invitation:${invitationId}`).toString('base64url');
  const ageBand = number % 2 === 0 ? '8_TO_11' : '12_TO_15';
  const given = await scene.ask('quality', GIVE, { input: { idempotencyKey: randomUUID(), invitationId: global, version: invitation?.version, ageBand, language: 'en' } });
  const token = given['giveInvitationLink']?.['token'];
  await scene.ask(null, ANSWER, { input: { token, answers: [{ key: 'first', value: mark }, { key: 'second', value: mark }, { key: 'words', text: `In my words: ${mark}` }] } });
  // The newest of each, by the transaction: nothing needs a key for it.
  const { rows: [waiting] } = await scene.admin.query<{ id: string; hash: string }>(
    `select w.id, s.hash from voice.waiting_answer w join voice.spent_token s on s.xmin = w.xmin order by w.xmin::text::bigint desc limit 1`,
  );
  return { childId, invitationId, waitingId: waiting?.id ?? '', spentHash: waiting?.hash ?? '', mark };
}

const idsOf = ({ childId, invitationId, waitingId, spentHash }: Person) => [childId, invitationId, waitingId, spentHash, Buffer.from(`Invitation:${invitationId}`).toString('base64url')];

/** Whom a row names, by any of the ids that lead to a person. */
function namedIn(): (row: DumpedRow) => number[] {
  const ids = new Map(people.flatMap((person, number) => idsOf(person).map((id) => [id, number] as const)));
  const pattern = /[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{30,}/g;
  return ({ columns }) => [...new Set(Object.values(columns).flatMap((text) => (text?.match(pattern) ?? []).flatMap((id) => ids.get(id) ?? [])))];
}

const byMark = new Map(MARKS.map((mark, number) => [mark, number]));
const answering = (question: string) => ({ columns }: DumpedRow): number[] => {
  const person = byMark.get(columns['value'] ?? '');
  return columns['question_key'] === question && person !== undefined ? [person] : [];
};

function classes(): string[] {
  const of = new Map((dumps.after.get('voice.released_answer') ?? []).map(({ columns }) => [columns['value'], `${columns['age_band']} ${columns['language']} ${columns['mode']}`]));
  return MARKS.map((mark) => of.get(mark) ?? '');
}

function evidence(extra: Partial<Evidence> = {}): Evidence {
  const ids = people.map(idsOf);
  const marks = people.map(({ childId, invitationId, waitingId, spentHash }) => ({ uuids: [childId, invitationId, waitingId].map(uuidBytes), spent: Buffer.from(spentHash) }));
  const ofPeople: Order[] = [
    { name: 'as they were asked', people: people.map((_person, number) => number) },
    orderOfLines(scene.log, ids, 'the platform’s log'),
    ...[0, 1, 2].map((at) => orderInLog(log.whole, marks.map(({ uuids }) => [uuids[at] as Buffer]), `the write-ahead log, by ${['child', 'invitation', 'waiting answer'][at]}`)),
    orderInLog(log.whole, marks.map(({ spent }) => [spent]), 'the write-ahead log, by spent token'),
  ];
  const ofAnswers: Order[] = [orderInLog(log.release, people.map(({ mark }) => [Buffer.from(mark)]), 'the write-ahead log of the release, by answer')];
  return { dumps, people: ofPeople, answers: ofAnswers, classes: classes(), ...extra };
}

function said({ tries, best, most }: Attacked): string {
  return `${tries} tries, at best ${best.right} of ${PEOPLE} right (${best.name}); chance gives up to ${most}`;
}

test('the scene is whole: everyone answered, everything came out, and the evidence names everybody', () => {
  expect(new Set(people.map(({ waitingId }) => waitingId)).size).toBe(PEOPLE);
  expect(dumps.before.get('voice.waiting_answer')).toHaveLength(PEOPLE);
  expect(dumps.after.get('voice.waiting_answer')).toHaveLength(0);
  expect(dumps.after.get('voice.released_answer')).toHaveLength(2 * PEOPLE);
  expect(dumps.after.get('voice.waiting_comment')).toHaveLength(PEOPLE);
  expect(new Set(classes()).size).toBe(2);
  for (const { name, people: named } of evidence().people) if (!name.includes('platform')) expect([name, named.length]).toEqual([name, PEOPLE]);
});

test.each(['first', 'second'])('nobody who has everything but the keys matches answers to the question %s better than chance', (question) => {
  const result = attack(evidence(), { people: namedIn(), answers: answering(question) }, 'voice.released_answer');
  process.stdout.write(`${question}: ${said(result)}\n`);
  expect(result.tries).toBeGreaterThan(500);
  expect(result.best.right).toBeLessThanOrEqual(result.most);
});

interface Words {
  waitingComments: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { id: string; text: string } }[] };
}

/** Whose each comment is, by the number of its row. */
async function authors(): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let after: string | null = null, more = true; more; ) {
    const answer = await scene.graph.subgraphs.voice.execute({ document: parse(WORDS), variables: { after }, operationName: undefined, viewer: MODERATOR });
    const { edges, pageInfo } = (answer.data as unknown as Words).waitingComments;
    for (const { node } of edges) found.set(Buffer.from(node.id, 'base64url').toString().split(':')[1] ?? '', byMark.get(/V-\d{4}/.exec(node.text)?.[0] ?? '') ?? -1);
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  return found;
}

test('own words are matched neither to people nor to the ratings of whoever wrote them', async () => {
  const of = await authors();
  expect(new Set(of.values())).toEqual(new Set(people.map((_person, number) => number)));
  const wrote = ({ columns }: DumpedRow): number[] => [of.get(columns['id'] ?? '') ?? []].flat();
  const rated = (row: DumpedRow): number[] => (row.table === 'voice.released_answer' ? answering('first')(row) : []);
  // Nothing is kept beside them: all of them are one class.
  const everybody = people.map(() => '');
  const written = orderInLog(log.release, people.map((_person, number) => [...of].filter(([, person]) => person === number).map(([id]) => uuidBytes(id))), 'the write-ahead log of the release, by comment');
  expect(written.people).toHaveLength(PEOPLE);
  for (const [whose, labels] of [['people', namedIn()], ['ratings', rated]] as const) {
    const own = evidence();
    const result = attack({ ...own, people: whose === 'people' ? own.people : own.answers, answers: [written], classes: everybody }, { people: labels, answers: wrote }, 'voice.waiting_comment');
    process.stdout.write(`own words beside ${whose}: ${said(result)}\n`);
    expect(result.tries).toBeGreaterThan(100);
    expect(result.best.right).toBeLessThanOrEqual(result.most);
  }
});

test('two answers of one person cannot be laid beside each other', () => {
  const ofTable: Dump = new Map([['voice.released_answer', dumps.after.get('voice.released_answer') ?? []]]);
  const copies: Dump = new Map([...ofTable, ['second', ofTable.get('voice.released_answer') ?? []]]);
  const result = attack(evidence({ dumps: { copies }, people: [], answers: [] }), { people: answering('second'), answers: answering('first') }, 'voice.released_answer');
  // What they answered is the same in this scene, so that it could be judged; whoever joins on that is right, and knows nothing new.
  const others = withoutValue(copies);
  const blind = attack(evidence({ dumps: { others }, people: [], answers: [] }), { people: hidden('second'), answers: hidden('first') }, 'voice.released_answer');
  process.stdout.write(`two questions: ${said(blind)}\n`);
  expect(result.best.right).toBe(PEOPLE);
  expect(blind.best.right).toBeLessThanOrEqual(blind.most);
});

/** The answers themselves taken out of sight, known to the judge by the row’s own number. */
const judged = new Map<string, { question: string; person: number }>();
function withoutValue(dump: Dump): Dump {
  for (const { columns } of dumps.after.get('voice.released_answer') ?? []) judged.set(columns['id'] ?? '', { question: columns['question_key'] ?? '', person: byMark.get(columns['value'] ?? '') ?? -1 });
  return new Map([...dump].map(([table, rows]) => [table, rows.map((row) => ({ ...row, columns: Object.fromEntries(Object.entries(row.columns).filter(([name]) => name !== 'value')) }))]));
}
const hidden = (question: string) => ({ columns }: DumpedRow): number[] => {
  const known = judged.get(columns['id'] ?? '');
  return known?.question === question ? [known.person] : [];
};

test('neither the platform’s log nor the rows that are left hold an answer before it comes out', () => {
  const early = [...scene.log, ...[...dumps.before].filter(([table]) => !/question/.test(table)).flatMap(([, rows]) => rows.map(({ columns }) => JSON.stringify(columns)))];
  for (const text of early) expect(/\bV-\d{4}\b/.exec(text)?.[0]).toBeUndefined();
  expect(scene.log.length).toBeGreaterThan(0);
});

describe('the same program catches', () => {
  const naive = async (sql: string): Promise<Attacked> => {
    await scene.admin.query(`drop table if exists voice.naive; create table voice.naive (id uuid default gen_random_uuid(), question_key text, value text, noted text); ${sql}`);
    const after: Dump = new Map([...dumps.after, ['voice.naive', (await fullDump(scene.admin)).get('voice.naive') ?? []]]);
    return attack(evidence({ dumps: { before: dumps.before, after }, answers: [] }), { people: namedIn(), answers: answering('first') }, 'voice.naive');
  };
  const rows = (noted: (person: Person) => string, order = people) => order.map((person) => `('first', '${person.mark}', '${noted(person)}')`).join(', ');
  const shuffledPeople = () => people.map((person) => ({ person, at: randomInt(2 ** 47) })).toSorted((one, other) => one.at - other.at).map(({ person }) => person);

  test.each<[string, () => string, number]>([
    ['answers that came out in the order in which they waited', () => `insert into voice.naive (question_key, value, noted) values ${rows(() => '')}`, PEOPLE],
    ['an answer that keeps the invitation', () => `insert into voice.naive (question_key, value, noted) values ${rows((person) => person.invitationId, shuffledPeople())}`, PEOPLE],
    ['an answer that keeps the hash of its token', () => `insert into voice.naive (question_key, value, noted) values ${rows((person) => person.spentHash, shuffledPeople())}`, PEOPLE],
    ['an answer that keeps when it came', () => `insert into voice.naive (question_key, value, noted) values ${rows((person) => String(people.indexOf(person) * 60), shuffledPeople())}`, PEOPLE],
    // Every second one lies where it lay: half of them, and none that moved.
    ['a shuffle that leaves some in their places', () => `insert into voice.naive (question_key, value, noted) values ${rows(() => '', halfShuffled())}`, PEOPLE / 2],
  ])('%s', async (name, sql, least) => {
    const result = await naive(sql());
    process.stdout.write(`${name}: ${said(result)}\n`);
    expect(result.best.right).toBeGreaterThanOrEqual(least);
    expect(result.best.right).toBeGreaterThan(result.most);
  });

  /** Within each class of the scene every second one stays; the rest stand the other way round. */
  function halfShuffled(): Person[] {
    const moved = people.map((_person, number) => number).filter((number) => number % 4 >= 2);
    const places = [...moved.filter((number) => number % 2 === 0).toReversed(), ...moved.filter((number) => number % 2 === 1).toReversed()];
    const [evens, odds] = [places.filter((number) => number % 2 === 0), places.filter((number) => number % 2 === 1)];
    return people.map((person, number) => (number % 4 >= 2 ? (people[((number % 2 === 0 ? evens : odds).shift()) as number] as Person) : person));
  }
});

test('an answer and its token written in one transaction, plain, are matched by the transaction alone', async () => {
  // What waits is sealed; were it plain, this pair would say it all. The dump before the release shows the pair to whoever has it.
  const spent = new Map((dumps.before.get('voice.spent_token') ?? []).map(({ columns }) => [columns['xmin'], columns['hash']]));
  const paired = (dumps.before.get('voice.waiting_answer') ?? []).filter(({ columns }) => spent.has(columns['xmin'] ?? ''));
  expect(paired).toHaveLength(PEOPLE);
  const left = new Set((dumps.after.get('voice.spent_token') ?? []).map(({ columns }) => columns['xmin']));
  const released = dumps.after.get('voice.released_answer') ?? [];
  expect(released.filter(({ columns }) => left.has(columns['xmin'] ?? ''))).toEqual([]);
  expect(new Set(released.map(({ columns }) => columns['xmin'])).size).toBe(1);
});
