import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { SubgraphName } from '@qaf/database';
import { globalId } from '@qaf/graph';
import { FIELDS, type Viewer } from '@qaf/identity';
import { openGraph, type OpenGraph, STORES } from '@qaf/platform';
import { TEST_SECRET, testDatabase, type TestDatabase } from '@qaf/testing';
import { buildSchema, type DocumentNode, type GraphQLSchema, getNamedType, isObjectType, isUnionType, parse } from 'graphql';
import { pino } from 'pino';
import { BEGUN, EXPECTED, OUTSIDE, ROOTS } from './expected';
import { add, ASKERS, forAsker, NAMES, questionsOf, verdict, viewerOf } from './askers';
import { type Asker, type Met, missing } from './findings';
import { documents, filterQuestions, inputOf, told } from './questions';
import { openWorld, type World } from './world';

const COMPOSED = buildSchema(readFileSync(join(__dirname, '../../../../libs/client/schema.graphql'), 'utf8'), { assumeValidSDL: true });

describe('The table of who sees what', () => {
  /** Not a thing of the world: a page, what a mutation answers, a list. */
  const things = Object.values(COMPOSED.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('_') && !/^(Query|Mutation|PageInfo)$|(Connection|Edge)$/.test(type.name) && !isOutcome(COMPOSED, type.name));

  it('has a line for every object type and every field of the graph, and none for another', () => {
    const fields = Object.fromEntries(things.map((type) => [type.name, Object.keys(isObjectType(type) ? type.getFields() : {}).sort()]));
    const lines = Object.fromEntries(Object.entries(EXPECTED).map(([name, { fields: names }]) => [name, names.split(' ').sort()]));
    expect(lines).toEqual(fields);
  });

  it('has a line for every root field, and none for another', () => {
    const roots = [COMPOSED.getQueryType(), COMPOSED.getMutationType()].flatMap((root) => Object.keys(root?.getFields() ?? {}));
    expect(Object.keys(ROOTS).sort()).toEqual(roots.sort());
  });

  it('names no field, argument or order in the permission table that the graph has not', () => {
    const names = (type: string): string[] => {
      const found = COMPOSED.getType(type) as { getFields?(): object; getValues?(): readonly { name: string }[] } | undefined;
      return found?.getFields ? Object.keys(found.getFields()) : (found?.getValues?.().map(({ name }) => name) ?? []);
    };
    expect(Object.entries(FIELDS).flatMap(([type, { but }]) => Object.keys(but).filter((field) => !names(type).includes(field)).map((field) => `${type}.${field}`))).toEqual([]);
    expect(Object.keys(FIELDS).filter((type) => !COMPOSED.getType(type))).toEqual([]);
  });
});

describe('Whoever asks, wherever they stand, by whatever way', () => {
  let database: TestDatabase;
  let graph: OpenGraph;
  let world: World;
  let dataDir: string;
  const met = new Map<Asker, Met>();

  beforeAll(async () => {
    database = await testDatabase(STORES);
    dataDir = mkdtempSync(join(tmpdir(), 'qaf-matrix-'));
    graph = await openGraph({ databaseUrl: database.adminUrl, dataDir, secret: TEST_SECRET, logger: pino({ level: 'silent' }), quiet: true, poolSize: 2 });
    world = await openWorld(graph);
  }, 120_000);

  afterAll(async () => {
    await graph?.close();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const ask = (name: SubgraphName, viewer: Viewer, { query, variables }: { query: string; variables: Record<string, unknown> }) =>
    graph.subgraphs[name].execute({ document: parsed(query), variables, operationName: undefined, viewer });

  it('nobody is given what the table does not say, nor told more in number', async () => {
    const wrong: string[] = [];
    for (const name of NAMES) {
      const questions = questionsOf(graph, name, world);
      for (const asker of ASKERS) {
        if (!met.has(asker)) met.set(asker, new Map());
        for (const document of documents(forAsker(questions, asker))) {
          for (const one of told(document, await ask(name, viewerOf(world, asker), document))) {
            const found = verdict(graph.subgraphs[name].schema, world, asker, one);
            wrong.push(...found.wrong);
            add(met.get(asker) as Met, found.met);
          }
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  }, 600_000);

  it('everybody is given what the table says', () => {
    const anybody: Met = new Map();
    for (const found of met.values()) add(anybody, found);
    const names = new Set([...anybody.keys()].map((thing) => thing.split(' ')[0] as string));
    // Met elsewhere: with a token, with a file, and once a record is sealed. Those that hold nothing but other types are met as them.
    const notHere = ['OpenQuestionnaire', 'OpenQuestion', 'LanguageVariant', 'EvidenceFile', 'AccessRecordEntry', 'RecordHealth', 'Agency', ...HOLDERS, ...BEGUN];
    expect(Object.keys(EXPECTED).filter((name) => !names.has(name) && !notHere.includes(name))).toEqual([]);
    const kindOf = (key: string) => world.rows.get(key)?.kind ?? 'other';
    expect(ASKERS.flatMap((asker) => missing(anybody, met.get(asker) ?? new Map(), asker, kindOf))).toEqual([]);
  });

  it('a filter finds nothing beyond the list, counts what it shows, and is refused by what one may not see', async () => {
    const wrong = new Set<string>();
    for (const name of NAMES) {
      const questions = filterQuestions(graph.subgraphs[name].schema, world);
      for (const asker of ASKERS) {
        const whole = new Map<string, string[]>();
        for (const document of documents(questions)) {
          for (const { question, data, codes } of told(document, await ask(name, viewerOf(world, asker), document))) {
            const { root, argument } = question as (typeof questions)[number];
            const who = `${root} by ${argument ?? 'nothing'}: ${asker.role} ${asker.standing}`;
            const refused = !ROOTS[root]?.includes(asker.role) || (argument !== null && NARROW.includes(`${root}.${argument}`) && OUTSIDE.includes(asker.role));
            if (codes.join() !== (refused ? 'FORBIDDEN' : '')) wrong.add(`${who} was answered ${codes.join() || 'without a refusal'}`);
            if (!data) continue;
            const found = idsIn(data);
            if (argument === null) whole.set(root, found);
            if (found.some((id) => !whole.get(root)?.includes(id)) || (data as { totalCount: number }).totalCount !== found.length) wrong.add(`${who} found more`);
          }
        }
      }
    }
    expect([...wrong]).toEqual([]);
  }, 300_000);

  it('a change of what is hidden is refused as a change of what never was, and by roles before all', async () => {
    const wrong: string[] = [];
    for (const asker of ASKERS.filter(({ standing }) => standing === 'elsewhere')) {
      for (const name of NAMES) {
        const { schema } = graph.subgraphs[name];
        for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
          const input = field.args[0];
          if (!input) continue;
          const query = `mutation ($input: ${String(input.type)}) { ${field.name}(input: $input) { __typename ... on Problem { code message path } } }`;
          const send = (hidden: boolean) => ask(name, viewerOf(world, asker), { query, variables: { input: inputOf(input.type, 'input', (id) => idFor(id, hidden)) } });
          const [hidden, absent] = [await send(true), await send(false)];
          // A change that names no thing, such as the first of its kind, hides none.
          const names = JSON.stringify(inputOf(input.type, 'input', () => 'an-id')).includes('an-id');
          if (names && JSON.stringify(hidden) !== JSON.stringify(absent)) wrong.push(`${field.name}: ${asker.role} can tell: ${JSON.stringify(hidden)} ${JSON.stringify(absent)}`);
          const forbidden = hidden.errors?.some(({ extensions }) => extensions?.['code'] === 'FORBIDDEN') ?? false;
          const allowed = ROOTS[field.name] === null || (ROOTS[field.name]?.includes(asker.role) ?? false);
          if (forbidden === allowed) wrong.push(`${field.name}: ${asker.role} was ${forbidden ? '' : 'not '}forbidden`);
          if (hidden.errors?.some(({ extensions }) => extensions?.['code'] === 'INTERNAL')) wrong.push(`${field.name}: ${asker.role} broke it`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  /** An id of a thing about the locked child, or of one that never was. Workers and teams are no secret. */
  function idFor(name: string, hidden: boolean): string {
    const type = { childId: 'Child', auditId: 'Audit', actionId: 'Action', sessionId: 'SupervisionSession', viewsRecordId: 'ViewsRecord', invitationId: 'Invitation', responseId: 'IdentifiedResponse', identifiedResponseId: 'IdentifiedResponse' }[name];
    // Nobody is moved or leaves: what would be told is who was refused.
    if (!type) return globalId('Worker', name === 'workerId' ? world.service : world.worker);
    const row = [...world.rows].find(([, one]) => one.type === type && one.kind === 'locked');
    return globalId(type, hidden && row ? row[0] : randomUUID());
  }
});

/** Types that the world here meets with nothing in them but others; the story of released figures reads them whole. */
const HOLDERS = ['ProvenanceFilter', 'ResultTable', 'ResultLine', 'ResponseRateTable', 'ResponseRateLine', 'AuditGradesRelease', 'AuditGradeLine', 'SeenAloneRelease', 'SeenAloneLine'];

/** What members and partners may not search by, since they do not see it. */
const NARROW = ['workers.managerId', 'workers.role', 'workers.leavers'];

const known = new Map<string, DocumentNode>();

function parsed(query: string): DocumentNode {
  const document = known.get(query) ?? parse(query);
  known.set(query, document);
  return document;
}

function idsIn(list: unknown): string[] {
  return ((list as { edges?: { node: { id: string } }[] } | null)?.edges ?? []).map(({ node }) => node.id);
}

function isOutcome(schema: GraphQLSchema, name: string): boolean {
  const type = schema.getType(name);
  if (!isObjectType(type)) return false;
  if (type.getInterfaces().some((one) => one.name === 'Problem')) return true;
  return Object.values(schema.getMutationType()?.getFields() ?? {}).some((field) => {
    const result = getNamedType(field.type);
    return isUnionType(result) && result.getTypes().includes(type);
  });
}
