import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubgraphName } from '@qaf/database';
import { createGateway, httpTransport, PUBLIC_FIELDS } from '@qaf/gateway';
import { globalId } from '@qaf/graph';
import { developmentVerifier, issueDevelopmentToken, nobody, signViewer, viewerSource } from '@qaf/identity';
import { openGraph, type OpenGraph, STORES, supergraph } from '@qaf/platform';
import { TEST_SECRET, testDatabase, type TestDatabase } from '@qaf/testing';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { type Parts, serveParts } from '../parts';
import { add, ASKERS, forAsker, NAMES, questionsOf, verdict, viewerOf } from './askers';
import { EXPECTED, ROOTS } from './expected';
import { type Asker, type Met, missing } from './findings';
import { documents, inputOf, type Question, rootQuestions, type Told, told } from './questions';
import { openWorld, type World } from './world';

const COMPOSED = buildSchema(readFileSync(join(__dirname, '../../../../libs/client/schema.graphql'), 'utf8'), { assumeValidSDL: true });
const QUIET = pino({ level: 'silent' });
const OPEN_GUARD = { guessesPerMinute: 1_000_000, requestsPerMinute: 1_000_000 };

type Sent = { query: string; variables: Record<string, unknown> };
interface Answered {
  status: number;
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

describe('Over HTTP, whoever asks', () => {
  let database: TestDatabase;
  let graph: OpenGraph;
  let world: World;
  let dataDir: string;
  let parts: Parts;
  let gateway: Awaited<ReturnType<typeof createGateway>>;
  let address: string;
  const tokens = new Map<Asker, string>();

  beforeAll(async () => {
    database = await testDatabase(STORES);
    dataDir = mkdtempSync(join(tmpdir(), 'qaf-matrix-'));
    graph = await openGraph({ databaseUrl: database.adminUrl, dataDir, secret: TEST_SECRET, logger: QUIET, quiet: true, poolSize: 2 });
    world = await openWorld(graph);
    parts = await serveParts(graph);
    const transports = Object.fromEntries(NAMES.map((name) => [name, httpTransport({ name, url: `${parts.urls[name]}/graphql`, secret: TEST_SECRET, timeoutMs: 60_000 })]));
    // Signed in as everybody is; only where they stand is as the table has it.
    const standingOf = (subject: string) => Promise.resolve(viewerOf(world, ASKERS[Number(subject)] as Asker));
    gateway = await createGateway({
      supergraph: supergraph(), transports, viewerOf: viewerSource({ verify: developmentVerifier(dataDir), standingOf }), production: true, logger: QUIET,
      publicFields: PUBLIC_FIELDS, ready: () => Promise.resolve([]), fetchTimeoutMs: 60_000, guard: { ...OPEN_GUARD, longestLagMs: 60_000 },
    });
    gateway.addHook('onClose', async () => void (await Promise.all(Object.values(transports).map((one) => one.close()))));
    address = `${await gateway.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
    for (const [index, asker] of ASKERS.entries()) tokens.set(asker, await issueDevelopmentToken({ subject: String(index), dataDir }));
  }, 120_000);

  afterAll(async () => {
    await gateway?.close();
    await parts?.close();
    await graph?.close();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const post = async (url: string, token: string | null, body: Sent): Promise<Answered> => {
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) });
    return { status: answer.status, ...((await answer.json()) as Omit<Answered, 'status'>) };
  };
  const kindOf = (key: string) => world.rows.get(key)?.kind ?? 'other';

  it('a part that runs apart gives what the table says, and no more', async () => {
    const wrong: string[] = [];
    const met = new Map<Asker, Met>(ASKERS.map((asker) => [asker, new Map()]));
    const anybody: Met = new Map();
    for (const name of NAMES) {
      const questions = questionsOf(graph, name, world);
      for (const asker of ASKERS) {
        const token = await signViewer(viewerOf(world, asker), { audience: name, secret: TEST_SECRET });
        for (const document of documents(forAsker(questions, asker))) {
          const answer = await post(`${parts.urls[name]}/graphql`, token, document);
          if (answer.status !== 200) wrong.push(`${name}: ${answer.status}`);
          for (const one of told(document, answer)) {
            const found = verdict(graph.subgraphs[name].schema, world, asker, one);
            wrong.push(...found.wrong);
            add(met.get(asker) as Met, found.met);
            add(anybody, found.met);
          }
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
    expect(ASKERS.flatMap((asker) => missing(anybody, met.get(asker) as Met, asker, kindOf))).toEqual([]);
  }, 600_000);

  /** What is asked by its id is given to those who see it, and its absence is no refusal. */
  function withheld(asker: Asker, { question: { root, type, value }, data }: Told): string[] {
    const [name, key = ''] = Buffer.from(String(type === 'ID!' ? value : ''), 'base64url').toString().split(':');
    const kind = kindOf(key);
    const sees = name && kind !== 'other' && ROOTS[root]?.includes(asker.role) && EXPECTED[name]?.seen(asker.role, asker.standing, kind);
    return sees && data === null ? [`${root}: ${asker.role} ${asker.standing} was not given ${name} (${kind})`] : [];
  }

  it('the composed gateway gives each role from each root what the table says, in one standing or another', async () => {
    const wrong: string[] = [];
    const anybody: Met = new Map();
    const asked = new Set<string>();
    const questions: Question[] = rootQuestions(COMPOSED, world, { deep: 1, wide: 0 });
    for (const [index, asker] of ASKERS.entries()) {
      // Each document in one of a role's standings, another for the next role.
      const turn = index + Math.floor(index / 4);
      for (const document of documents(questions, { most: 2_400, roots: 20 }).filter((_, place) => (place + turn) % 4 === 0)) {
        const answer = await post(address, tokens.get(asker) as string, document);
        if (answer.status !== 200) wrong.push(`${asker.role}: ${answer.status} ${JSON.stringify(answer.errors).slice(0, 300)}`);
        for (const one of told(document, answer)) {
          const found = verdict(COMPOSED, world, asker, one);
          wrong.push(...found.wrong, ...withheld(asker, one));
          add(anybody, found.met);
          asked.add(`${asker.role} ${one.question.root}`);
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
    // Every role was heard at every root, and the record of a child and a worker was met through all four parts; what lies deeper is met at the parts.
    const roots = new Set(questions.map(({ root }) => root));
    expect(asked.size).toBe(roots.size * (ASKERS.length / 4));
    const types = new Set([...anybody.keys()].map((thing) => thing.split(' ')[0] as string));
    expect(MET.filter((type) => !types.has(type))).toEqual([]);
  }, 600_000);

  /** One well-formed question for each root field, of nothing that is there. */
  function everyRoot(schema: GraphQLSchema): [string, Sent][] {
    const nothing: World = { ...world, rows: new Map(Object.keys(EXPECTED).map((type) => [randomUUID(), { type, kind: 'other' }])) };
    const queries = new Map(rootQuestions(schema, nothing, { deep: 0, wide: 0 }).map((question) => [question.root, documents([question])[0] as Sent]));
    const changes = Object.values(schema.getMutationType()?.getFields() ?? {}).map((field): [string, Sent] => {
      const [input] = field.args;
      if (!input) return [field.name, { query: `mutation { ${field.name} { __typename } }`, variables: {} }];
      return [field.name, { query: `mutation ($input: ${String(input.type)}) { ${field.name}(input: $input) { __typename } }`, variables: { input: inputOf(input.type, 'input', (type) => globalId(type, world.team)) } }];
    });
    return [...queries, ...changes];
  }

  it('no root field answers without a token but the three for a child', async () => {
    const roots = everyRoot(COMPOSED);
    expect(roots.map(([name]) => name).sort()).toEqual(Object.keys(ROOTS).sort());
    const answered: string[] = [];
    for (const [name, sent] of roots) {
      const { status, data, errors } = await post(address, null, sent);
      if (status === 200 && !errors) answered.push(name);
      else expect([name, status, data ?? null, errors?.map(({ extensions }) => extensions.code)]).toEqual([name, 401, null, ['UNAUTHENTICATED']]);
      // A wrong token opens not even those three.
      const wrong = await post(address, 'a.b.c', sent);
      expect([name, wrong.status, wrong.data ?? null]).toEqual([name, 401, null]);
    }
    expect(answered.sort()).toEqual(Object.keys(ROOTS).filter((name) => ROOTS[name] === null).sort());
    // One that is open carries no other with it.
    const both = await post(address, null, { query: '{ questionnaireByToken(token: "a-token-that-never-was") { title } services { name } }', variables: {} });
    expect([both.status, both.data ?? null]).toEqual([401, null]);
  }, 120_000);

  it('nor does one of a part that runs apart: nothing without the gateway’s signature, and nothing but the three for a signed nobody', async () => {
    const answered: string[] = [];
    for (const name of NAMES) {
      const url = `${parts.urls[name as SubgraphName]}/graphql`;
      const signed = await signViewer(nobody('matrix'), { audience: name, secret: TEST_SECRET });
      for (const [root, sent] of everyRoot(graph.subgraphs[name].schema)) {
        const { status, data } = await post(url, null, sent);
        expect([root, status, data ?? null]).toEqual([root, 401, null]);
        const { data: given, errors } = await post(url, signed, sent);
        if (!errors) answered.push(root);
        else expect([root, Object.values(given ?? {}).filter(Boolean), errors.map(({ extensions }) => extensions.code)]).toEqual([root, [], ['FORBIDDEN']]);
      }
    }
    expect(answered.sort()).toEqual(Object.keys(ROOTS).filter((name) => ROOTS[name] === null).sort());
  }, 120_000);
});

/** The types about a child or a worker that a root leads to within one step. */
const MET = [
  'Worker', 'Team', 'Service', 'SupervisionSession', 'CaseDiscussion', 'Child', 'ChildAllocation', 'Episode', 'CaseMeeting', 'Visit', 'Audit', 'AuditAnswer', 'ChildLock',
  'UnmatchedName', 'ViewsRecord', 'Invitation', 'IdentifiedResponse', 'Action', 'ActionStep', 'AccessNotice',
];
