import { globalId } from '@qaf/graph';
import type { Cast } from './authority';
import { codes, send, tell } from './commands';
import { inDays } from './days';
import { rowsKept } from './kept-rows';
import { eventually, Stage } from './stage';
import { allThings, type Things } from './things';

const NAME = 'Zebedee Hartnoll';
const UNKNOWN = '11111111-1111-4111-8111-111111111111';

/** One command of each part, with an input that is right, and where its id, its text and its day stand. */
interface Right {
  command: string;
  person: keyof Cast;
  type: string;
  id: string;
  text: string;
  day?: string;
  input(things: Things, stage: Stage): Record<string, unknown>;
}

const COMMANDS: Right[] = [
  { command: 'recordSupervision', person: 'northManager', type: 'SupervisionSession', id: 'sessionId', text: 'summary', day: 'heldOn', input: ({ session }) => ({ sessionId: session.id, version: session.version, heldOn: '2026-11-02', reflectiveAnalysis: true, summary: NAME }) },
  { command: 'withdrawAudit', person: 'quality', type: 'Audit', id: 'auditId', text: 'reason', input: ({ audit }) => ({ auditId: audit.id, version: audit.version, reason: NAME }) },
  { command: 'allocateAudit', person: 'quality', type: 'Child', id: 'childId', text: 'period', day: 'dueOn', input: ({ child }, stage) => ({ childId: child.id, auditorId: globalId('Worker', stage.people.southManager.id), toolCode: 'child-journey', dueOn: inDays(120), period: inDays(120).slice(0, 7) }) },
  { command: 'changeViews', person: 'northWorker', type: 'ViewsRecord', id: 'viewsRecordId', text: 'views', input: ({ views }) => ({ viewsRecordId: views.id, version: views.version, seen: true, views: NAME }) },
  { command: 'recordViews', person: 'northWorker', type: 'Child', id: 'childId', text: 'views', day: 'onDate', input: ({ child }) => ({ childId: child.id, occasion: 'VISIT', onDate: '2026-11-03', seen: true, views: NAME }) },
  { command: 'changeActionDueDate', person: 'quality', type: 'Action', id: 'actionId', text: 'reason', day: 'dueOn', input: ({ action }) => ({ actionId: action.id, version: action.version, dueOn: inDays(90), reason: NAME }) },
];
const CHANGES = COMMANDS.filter(({ command }) => !['allocateAudit', 'recordViews'].includes(command));

describe('What is malformed', () => {
  let stage: Stage;
  let things: Things;
  let kept: Record<string, number>;

  beforeAll(async () => {
    stage = await Stage.open();
    things = await allThings(stage);
    // Until what was set up has had its effects, rows still come.
    let before = '';
    await eventually(() => rowsKept(stage), (rows) => before === (before = JSON.stringify(rows)));
  }, 120_000);

  afterAll(() => stage?.close());

  beforeEach(async () => {
    kept = await rowsKept(stage);
  });

  afterEach(async () => expect(await rowsKept(stage)).toEqual(kept));

  it.each(CHANGES)('a stale version is told with the current one: $command', async ({ command, person, input }) => {
    const stale = await tell(stage, person, command, { ...input(things, stage), version: 41 });
    expect([stale.status, stale.errors]).toEqual([200, []]);
    expect(stale.data[command]).toMatchObject({ __typename: expect.stringMatching(/VersionStale$/), path: ['version'] });
    expect(stale.text).not.toContain(NAME);
  });

  it.each(COMMANDS)('an id of nothing is not found, whatever is wrong with it: $command', async ({ command, person, input, id, type }) => {
    const other = globalId(type === 'Child' ? 'Worker' : 'Child', UNKNOWN);
    for (const wrong of [globalId(type, UNKNOWN), other, 'nonsense', '', `${globalId(type, UNKNOWN)}x`, 'x'.repeat(5_000), '\u{1f600}']) {
      const result = await send(stage, person, command, { ...input(things, stage), [id]: wrong });
      expect([wrong.slice(0, 80), result]).toEqual([wrong.slice(0, 80), { __typename: 'NotFound', code: 'NotFound', message: expect.any(String), path: [id] }]);
    }
  });

  it.each(COMMANDS)('a value that cannot be is refused before anybody sees it: $command', async ({ command, person, input, id, text, day }) => {
    const wrong: Record<string, unknown>[] = [
      ...[`${NAME}\u0000`, `${NAME}\ud800`, NAME.repeat(62_000), 7, { deep: NAME }, [NAME, NAME]].map((value) => ({ [text]: value })),
      ...(day ? ['2026-02-30', '0000-01-01', '2026-13-01', `${NAME}`, 20_260_101, '2026-11-02T00:00:00Z'] : []).map((value) => ({ [day as string]: value })),
      ...('version' in input(things, stage) ? [2 ** 31, -(2 ** 31) - 1, 1.5, '1', null] : []).map((value) => ({ version: value })),
      ...['a b', '', `${NAME}\u0000`, null].map((value) => ({ idempotencyKey: value })),
      { [id]: null },
      { [id]: `${NAME}\u0000` },
      { [id]: { deep: NAME } },
      { [NAME.replace(' ', '')]: 1 },
    ];
    for (const change of wrong) {
      const answer = await tell(stage, person, command, { ...input(things, stage), ...change });
      const said = JSON.stringify(change).slice(0, 60);
      expect([said, codes(answer)]).toEqual([said, ['BAD_USER_INPUT']]);
      expect(answer.text).not.toContain('Zebedee');
    }
  }, 60_000);

  it('pages and filters of every part that cannot be are refused, at the root and below', async () => {
    const { child } = things;
    const team = globalId('Team', UNKNOWN);
    const lists = [
      (page: string) => `{ workers(${page}) { totalCount } }`,
      (page: string) => `{ children(${page}) { totalCount } }`,
      (page: string) => `{ audits(${page}) { totalCount } }`,
      (page: string) => `{ invitations(${page}) { totalCount } }`,
      (page: string) => `{ actions(${page}) { totalCount } }`,
      (page: string) => `{ child(id: "${child.id}") { supervisionDiscussions(${page}) { edges { cursor } } } }`,
      (page: string) => `{ child(id: "${child.id}") { views(${page}) { edges { cursor } } } }`,
      (page: string) => `{ child(id: "${child.id}") { episodes(${page}) { edges { cursor } } } }`,
      (page: string) => `{ child(id: "${child.id}") { actions(${page}) { edges { cursor } } } }`,
    ];
    for (const list of lists) {
      for (const page of ['first: 101', 'first: 0', 'last: -1', 'first: 1, last: 1', 'after: "Zebedee"', `after: "${Buffer.from('["Zebedee"]').toString('base64url')}"`]) {
        const answer = await stage.ask('quality', list(page));
        expect([list(page), codes(answer)]).toEqual([list(page), ['BAD_USER_INPUT']]);
        expect(answer.text).not.toContain('Zebedee');
      }
      // Written into the document it is the document that is wrong.
      expect(codes(await stage.ask('quality', list('first: 2147483648')))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    }
    const filters: [string, string, unknown][] = [
      ['Date', 'audits(filter: { dueBefore: VALUE }) { totalCount }', '2026-02-30'],
      ['Date!', 'workers(asOf: VALUE) { totalCount }', '0000-01-01'],
      ['Date', 'actions(filter: { asOf: VALUE }) { totalCount }', 'Zebedee'],
      ['Date', 'invitations(filter: { from: VALUE }) { totalCount }', 7],
      ['Text!', 'childByReference(caseReference: VALUE) { id }', 'Zebedee\u0000'],
      ['Text!', 'theme(code: VALUE) { title }', 'Zebedee\u0007'],
    ];
    for (const [type, field, value] of filters) {
      const given = await stage.ask('quality', `query Q($value: ${type}) { ${field.replace('VALUE', '$value')} }`, { value });
      const written = await stage.ask('quality', `{ ${field.replace('VALUE', JSON.stringify(value))} }`);
      expect([field, codes(given), [...new Set(codes(written))]]).toEqual([field, ['BAD_USER_INPUT'], ['GRAPHQL_VALIDATION_FAILED']]);
      expect(given.text + written.text).not.toContain('Zebedee');
    }
    const nobodys = await stage.ask('quality', 'query Q($team: ID) { children(filter: { teamId: $team }) { totalCount } actions(filter: { teamId: $team }) { totalCount } }', { team });
    expect(nobodys.data).toEqual({ children: { totalCount: 0 }, actions: { totalCount: 0 } });
  }, 60_000);

  it('an id of nothing reads as nothing in every part', async () => {
    for (const id of [UNKNOWN, 'nonsense', '', globalId('Theme', UNKNOWN), 'x'.repeat(5_000)]) {
      const { data, errors } = await stage.ask(
        'quality',
        'query Q($id: ID!) { worker(id: $id) { id } team(id: $id) { id } supervisionSession(id: $id) { id } child(id: $id) { id } audit(id: $id) { id } invitation(id: $id) { id } viewsRecord(id: $id) { id } action(id: $id) { id } agency(id: $id) { id } }',
        { id },
      );
      expect(errors).toEqual([]);
      expect(new Set(Object.values(data))).toEqual(new Set([null]));
    }
  });

  it('a body of two megabytes is refused in JSON', async () => {
    const answer = await tell(stage, 'quality', 'withdrawAudit', { auditId: things.audit.id, version: 1, reason: 'x'.repeat(2_000_000) });
    expect([answer.status, codes(answer)]).toEqual([413, ['BAD_USER_INPUT']]);
  });
});
