import { globalId } from '@qaf/graph';
import { type GraphQLField, type GraphQLNamedType, type GraphQLSchema, getNamedType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType, isUnionType, type GraphQLInputType } from 'graphql';
import { MARKS, type World } from './world';

export interface Question {
  /** The root field, or `_entities`. */
  root: string;
  /** The field as it is asked, with `$v` for its value. */
  field: string;
  /** The type of `$v`, where there is one. */
  type?: string;
  value?: unknown;
}

/** Several questions as one document: each answers under its place in the list, `q0` first. */
export interface Document {
  questions: Question[];
  query: string;
  variables: Record<string, unknown>;
}

/** Puts questions together into as few documents as hold `most` words each, or `roots` questions. */
export function documents(questions: readonly Question[], { most = 12_000, roots = Infinity }: { most?: number; roots?: number } = {}): Document[] {
  const held: Question[][] = [[]];
  let words = 0;
  for (const question of questions) {
    const more = question.field.split(/\W+/).length * 2;
    if ((words + more > most || (held.at(-1)?.length ?? 0) >= roots) && words > 0) {
      held.push([]);
      words = 0;
    }
    held.at(-1)?.push(question);
    words += more;
  }
  return held.filter((one) => one.length > 0).map(documentOf);
}

function documentOf(questions: Question[]): Document {
  const declared = questions.flatMap(({ type }, index) => (type ? [`$v${index}: ${type}`] : []));
  const fields = questions.map(({ field }, index) => `q${index}: ${field.replaceAll('$v', `$v${index}`)}`);
  const variables = Object.fromEntries(questions.flatMap(({ type, value }, index) => (type ? [[`v${index}`, value]] : [])));
  return { questions, query: `query ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${fields.join(' ')} }`, variables };
}

/** What one question of a document was answered: its data, and the codes of its errors. */
export interface Told {
  question: Question;
  data: unknown;
  codes: string[];
}

/** An answer to a document, question by question. Errors that belong to none of them are told of all. */
export function told({ questions }: Document, answer: { data?: Record<string, unknown> | null | undefined; errors?: readonly { path?: readonly (string | number)[] | undefined; extensions?: Record<string, unknown> | undefined }[] | undefined }): Told[] {
  return questions.map((question, index) => {
    const mine = (answer.errors ?? []).filter(({ path }) => path === undefined || path[0] === `q${index}`);
    return { question, data: answer.data?.[`q${index}`] ?? null, codes: mine.map(({ extensions }) => String(extensions?.['code'])) };
  });
}

const CODES: Record<string, string> = { auditTool: 'child-journey', businessYear: '2018-19', practicePriority: 'visits', theme: 'neglect', questionnaire: 'cp-plan-end', indicator: 'cpp-reviewed-in-time' };

/** All fields of a type, and of what they lead to, down to a depth. Lists are asked with their rows and their count. */
export function selection(type: GraphQLNamedType, depth: number): string {
  if (isUnionType(type)) return type.getTypes().map((one) => `... on ${one.name} { ${selection(one, 0)} }`).join(' ');
  if (!isObjectType(type)) return '';
  const fields = type.getFields();
  if (fields['edges'] && fields['pageInfo']) return `totalCount edges { cursor ${nodes(fields['edges'], depth)} }`;
  const chosen = Object.values(fields).filter((field) => !(field.name === 'ref' && fields['id']) && !field.name.startsWith('_'));
  return chosen.map((field) => asked(field, depth)).filter((one) => one !== '').join(' ') || '__typename';
}

function nodes(edges: GraphQLField<unknown, unknown>, depth: number): string {
  const node = (getNamedType(edges.type) as ReturnType<typeof getNamedType> & { getFields(): Record<string, GraphQLField<unknown, unknown>> }).getFields()['node'];
  return node ? `node { ${selection(getNamedType(node.type), depth)} }` : '';
}

function asked(field: GraphQLField<unknown, unknown>, depth: number): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  return depth > 0 ? `${field.name} { ${selection(type, depth - 1)} }` : '';
}

/** What is the same for everyone who may ask it, wherever they stand, and long. */
export const ALIKE = ['auditTools', 'auditTool', 'questionnaires', 'questionnaire'];

/** Every query field of a schema, for each thing of the world that it could be asked about; lists also in each order. `deep` is how far down what is found by its id is asked, and `wide` how far what a list holds. */
export function rootQuestions(schema: GraphQLSchema, world: World, { deep = 2, wide = 2 } = {}): Question[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).filter((field) => !field.name.startsWith('_')).flatMap((field) => rootQuestion(field, world, deep, wide));
}

function rootQuestion(field: GraphQLField<unknown, unknown>, world: World, deep: number, wide: number): Question[] {
  const body = (depth: number) => `{ ${selection(getNamedType(field.type), field.name.startsWith('questionnaire') ? depth * 2 : depth)} }`;
  const args = field.args.map(({ name }) => name);
  const one = (argument: string, type: string, value: unknown): Question => ({ root: field.name, field: `${field.name}(${argument}: $v) ${body(deep)}`, type, value });
  if (args.includes('id')) return idsOf(world, getNamedType(field.type).name).map((id) => one('id', 'ID!', id));
  if (args.includes('caseReference')) return Object.values(MARKS).map((mark) => one('caseReference', 'Text!', mark));
  if (args.includes('token')) return [one('token', 'Text!', 'a-token-that-never-was')];
  if (field.args.some(({ name, type }) => name === 'code' && isNonNullType(type))) return [one('code', 'Text!', CODES[field.name])];
  if (args.includes('questionnaireCode')) {
    const key = field.args.some(({ name, type }) => name === 'questionKey' && isNonNullType(type)) ? ', questionKey: "listened-to"' : '';
    return [{ root: field.name, field: `${field.name}(questionnaireCode: $v${key}) ${body(wide)}`, type: 'Text!', value: 'cp-plan-end' }];
  }
  const order = field.args.find(({ name }) => name === 'orderBy');
  const orders = order ? (getNamedType(order.type) as { getValues?(): readonly { name: string }[] }).getValues?.() ?? [] : [];
  return [
    { root: field.name, field: `${field.name}${args.includes('first') ? '(first: 100)' : ''} ${body(wide)}` },
    ...orders.map(({ name }) => ({ root: field.name, field: `${field.name}(first: 100, orderBy: ${name}) ${body(wide)}` })),
  ];
}

/** The things of the world asked by their keys, as a router asks for them, with all that hangs on them. */
export function entityQuestions(schema: GraphQLSchema, world: World, entities: readonly string[]): Question[] {
  return entities.flatMap((name) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) return [];
    const key = type.getFields()['id'] ? 'id' : type.getFields()['ref'] ? 'ref' : 'code';
    const keys = key === 'code' ? ['neglect', 'visits'] : idsOf(world, name);
    return keys.map((value) => ({
      root: '_entities',
      field: `_entities(representations: $v) { __typename ... on ${name} { ${selection(type, 2)} } }`,
      type: '[_Any!]!',
      value: [{ __typename: name, [key]: value }],
    }));
  });
}

/** Each list with a filter: the whole of it first, then by each thing that its filter takes, with values that fit the hidden, the shown and nothing. */
export function filterQuestions(schema: GraphQLSchema, world: World): (Question & { argument: string | null })[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const filter = field.args.find(({ name }) => name === 'filter');
    const type = filter && getNamedType(filter.type);
    if (!isInputObjectType(type)) return [];
    const found = '{ totalCount edges { node { id } } }';
    const whole = { root: field.name, argument: null, field: `${field.name}(first: 100) ${found}` };
    const by = Object.values(type.getFields()).flatMap((one) =>
      filterValues(one.name, getNamedType(one.type), world).map((value) => ({ root: field.name, argument: one.name, field: `${field.name}(first: 100, filter: { ${one.name}: $v }) ${found}`, type: String(one.type).replace(/!$/, ''), value: isListType(one.type) ? [value] : value })),
    );
    return [whole, ...by];
  });
}

/** Something that is there, something that is hidden, and something that never was. */
function filterValues(name: string, type: GraphQLNamedType, world: World): unknown[] {
  if (isEnumType(type)) return type.getValues().map((one) => one.name);
  if (type.name === 'Boolean') return [true, false];
  if (type.name === 'Int') return [1, 2018];
  if (type.name === 'Date') return ['2020-01-01', '2026-02-02', '2030-01-01'];
  if (type.name === 'DateTime') return ['2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z'];
  if (type.name !== 'ID') return [...Object.values(MARKS), 'CP', 'CHILD_JOURNEY', 'VISIT', 'CHILD', 'AUDIT', 'visits', 'Child', 'team_manager', '2026-03', 'nothing'];
  const unknown = '11111111-1111-4111-8111-111111111111';
  if (name === 'entityId') return [...Object.values(world.children), unknown].map((id) => globalId('Child', id));
  const [of, ids] = name === 'teamId' ? ['Team', [world.team, world.otherTeam]] : ['Worker', [world.worker, world.supervisor, world.auditor, world.named]];
  return [...[...ids, unknown].map((id) => globalId(of, id)), 'nonsense'];
}

/** An input that is well formed, with every id given by `idOf`: what it is refused for is never its form. */
export function inputOf(type: GraphQLInputType, name: string, idOf: (type: string) => string): unknown {
  if (isNonNullType(type)) return inputOf(type.ofType, name, idOf);
  if (isListType(type)) return [inputOf(type.ofType, name.replace(/s$/, ''), idOf)];
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || field.name === 'childId').map((field) => [field.name, inputOf(field.type, field.name, idOf)]));
  if (isEnumType(type)) return type.getValues()[0]?.value;
  const made: Record<string, unknown> = { ID: idOf(name), Int: 1, Boolean: true, Date: '2026-03-01', DateTime: '2026-03-01T09:00:00Z' };
  return made[type.name] ?? (name === 'idempotencyKey' ? `matrix-${Math.random().toString(36).slice(2)}-key` : 'text');
}

export function idsOf(world: World, type: string): string[] {
  return [...world.rows].filter(([, row]) => row.type === type).map(([uuid]) => globalId(type, uuid));
}
