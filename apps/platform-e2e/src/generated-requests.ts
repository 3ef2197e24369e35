import fc from 'fast-check';
import { getNamedType, getNullableType, type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLSchema, isCompositeType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType } from 'graphql';

/** What is sent: a body as it goes out, and what else the request says of itself. */
export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

export interface Planted {
  /** Names and tokens that must come back in no error, log or figure. */
  name: string;
  token: string;
}

const JSON_BODY = { 'content-type': 'application/json' };
const post = (body: unknown): Sent => ({ method: 'POST', path: '/graphql', headers: JSON_BODY, body: typeof body === 'string' ? body : JSON.stringify(body) });

/** Requests of every kind: questions and changes as the schema allows them, the same with wrong values, and what never was a request. */
export function requests(schema: GraphQLSchema, planted: Planted): fc.Arbitrary<Sent> {
  return fc.oneof(
    { weight: 4, arbitrary: documents(schema, fitting(planted)).map((query) => post({ query })) },
    { weight: 3, arbitrary: documents(schema, hostile(planted)).map((query) => post({ query })) },
    { weight: 2, arbitrary: variables(planted) },
    { weight: 1, arbitrary: broken(schema, planted).map((query) => post({ query })) },
    { weight: 1, arbitrary: shapes(planted) },
  );
}

type Literal = (type: GraphQLNamedType) => fc.Arbitrary<string>;

const quoted = (text: string): string => JSON.stringify(text);
const UUID = '11111111-1111-4111-8111-111111111111';

/** Literals that fit their type, whether or not anything is behind them. */
function fitting({ name }: Planted): Literal {
  return (type) => {
    if (isEnumType(type)) return fc.constantFrom(...type.getValues().map((value) => value.name));
    if (type.name === 'Int') return fc.integer({ min: 1, max: 30 }).map(String);
    if (type.name === 'Float') return fc.constantFrom('0.5', '1');
    if (type.name === 'Boolean') return fc.constantFrom('true', 'false');
    if (type.name === 'Date') return fc.constantFrom('"2026-04-01"', '"2024-02-29"', '"1900-01-01"');
    if (type.name === 'DateTime') return fc.constant('"2026-04-01T10:00:00Z"');
    if (type.name === 'ID') return fc.constantFrom('Child', 'Worker', 'Team', 'Audit', 'Action').map((kind) => quoted(Buffer.from(`${kind}:${UUID}`).toString('base64url')));
    return fc.constantFrom(quoted(name), '"child-journey"', '"a"');
  };
}

/** Literals that fit badly, or fit and mean harm. */
function hostile(planted: Planted): Literal {
  const texts = [planted.name, planted.token, "' or 1=1 --", '"; drop table child; --', '\u0000', '\ud800', '\u202e', '%s%n', '{{7*7}}', '../../etc/passwd', '', ' '.repeat(5_000), '𝔘'.repeat(2_000), '2026-13-45', 'null', '__proto__'];
  const signs = ['null', '-1', '0', '101', '2147483648', '1e400', '9'.repeat(400), '[]', '[[[]]]', '{}', '{ __proto__: 1 }', 'true', 'SECRET', '$missing', '""""block"""', '0.1'];
  return (type) => fc.oneof({ weight: 2, arbitrary: fitting(planted)(type) }, { weight: 2, arbitrary: fc.constantFrom(...texts.map(quoted)) }, { weight: 1, arbitrary: fc.constantFrom(...signs) });
}

/** A document of one to three fields of a root, each a few levels deep. */
function documents(schema: GraphQLSchema, literal: Literal): fc.Arbitrary<string> {
  const kind = fc.constantFrom<('query' | 'mutation')[]>('query', 'query', 'mutation');
  return kind.chain((operation) => {
    const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
    const fields = Object.values(root?.getFields() ?? {});
    return fc.array(fc.constantFrom(...fields).chain((field) => fieldOf(field, literal, 4)), { minLength: 1, maxLength: 3 }).map((roots) => `${operation} { ${roots.map((field, index) => `r${index}: ${field}`).join(' ')} }`);
  });
}

function fieldOf(field: GraphQLField<unknown, unknown>, literal: Literal, depth: number): fc.Arbitrary<string> {
  const below = getNamedType(field.type);
  const set = isCompositeType(below) ? selection(below, literal, depth - 1) : fc.constant('');
  return fc.tuple(argumentsOf(field.args, literal), set).map(([given, inside]) => `${field.name}${given}${inside}`);
}

function selection(type: GraphQLNamedType, literal: Literal, depth: number): fc.Arbitrary<string> {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()).filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type))) : [];
  if (fields.length === 0) return fc.constant(' { __typename }');
  return fc.array(fc.constantFrom(...fields).chain((field) => fieldOf(field, literal, depth)), { minLength: 1, maxLength: 3 }).map((inside) => ` { ${inside.map((one, index) => `f${index}: ${one}`).join(' ')} }`);
}

function argumentsOf(args: readonly GraphQLArgument[], literal: Literal): fc.Arbitrary<string> {
  const given = args.map((argument) => (isNonNullType(argument.type) ? fc.constant(true) : fc.boolean()).chain((wanted) => (wanted ? valueOf(argument.type, literal, 3).map((value) => `${argument.name}: ${value}`) : fc.constant(''))));
  return fc.tuple(...given).map((all) => (all.some(Boolean) ? `(${all.filter(Boolean).join(', ')})` : ''));
}

function valueOf(type: GraphQLInputType, literal: Literal, depth: number): fc.Arbitrary<string> {
  const plain = getNullableType(type) as GraphQLInputType;
  if (isListType(plain)) return fc.array(valueOf(plain.ofType as GraphQLInputType, literal, depth), { maxLength: 2 }).map((items) => `[${items.join(', ')}]`);
  if (!isInputObjectType(plain)) return literal(plain as GraphQLNamedType);
  const fields = Object.values(plain.getFields()).filter((field) => isNonNullType(field.type) || depth > 1);
  const given = fields.map((field) => (isNonNullType(field.type) ? fc.constant(true) : fc.boolean()).chain((wanted) => (wanted ? valueOf(field.type, literal, depth - 1).map((value) => `${field.name}: ${value}`) : fc.constant(''))));
  return fc.tuple(...given).map((all) => `{ ${all.filter(Boolean).join(', ')} }`);
}

/** Values in variables: anything that JSON can say. */
function variables({ name, token }: Planted): fc.Arbitrary<Sent> {
  const query = fc.constantFrom(
    'query ($v: ID!) { child(id: $v) { caseReference } worker(id: $v) { displayName } }',
    'query ($v: Int) { children(first: $v) { edges { node { caseReference } } } }',
    'query ($v: ChildFilter) { children(filter: $v) { totalCount } }',
    'query ($v: String) { teams(after: $v) { edges { node { name } } } }',
    'query ($v: Date) { services(asOf: $v) { name } }',
    'query ($v: String!) { questionnaireByToken(token: $v) { __typename } }',
    'mutation ($v: RecordViewsInput!) { recordViews(input: $v) { __typename } }',
  );
  const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary', maxLength: 50 }), fc.constantFrom<unknown>(name, token, { teamId: name }, [[[[name]]]], Number.MAX_SAFE_INTEGER, { [name]: 1 }));
  return fc.tuple(query, value, fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 })).map(([asked, v, more]) => post({ query: asked, variables: { ...more, v } }));
}

/** Documents that were cut, mixed up or inflated. */
function broken(schema: GraphQLSchema, planted: Planted): fc.Arbitrary<string> {
  const cut = fc.tuple(documents(schema, hostile(planted)), fc.nat(200)).map(([text, at]) => text.slice(0, at));
  const noise = fc.string({ maxLength: 80 });
  const deep = fc.constantFrom('{ me '.repeat(400), `{ a(b: ${'['.repeat(9_000)}`, `{ me { ${'displayName '.repeat(6_000)} } }`, `{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }`, `query ${planted.name.replaceAll(' ', '_')} { nothing }`, `{ me { ${'x: __typename '.repeat(300)} } }`, '{ __schema { types { name } } }', '{ _service { sdl } }', 'subscription { me { id } }');
  const doubling = `{ ...F0 } ${Array.from({ length: 40 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ... { ...F${i + 1} } }`).join(' ')} fragment F40 on Query { __typename }`;
  return fc.oneof(cut, noise, deep, fc.constant(doubling));
}

/** What is hardly a request. */
function shapes({ name, token }: Planted): fc.Arbitrary<Sent> {
  const query = '{ me { displayName } }';
  const bodies = ['', '[]', 'null', '1', `"${name}"`, `{"query":"${name}`, JSON.stringify([{ query }, { query }]), '{"query":1}', '{"query":null}', '{"variables":{}}', '{"query":"{me{id}}","variables":[]}', '{"query":"{me{id}}","variables":"x"}', '{"query":"{me{id}}","operationName":1}', '{"query":"{me{id}}","operationName":"x"}', '{"__proto__":{"a":1},"query":"{me{id}}"}', '{"query":"{me{id}}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}', `{"query":"${' '.repeat(1_100_000)}"}`, `{"query":"{me{id}}","variables":{"v":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`];
  const body = fc.constantFrom(...bodies).map((text): Sent => ({ ...post(''), body: text }));
  const headers = fc.constantFrom<Record<string, string>>({ 'content-type': 'text/plain' }, { 'content-type': 'application/x-www-form-urlencoded' }, { 'content-type': 'multipart/form-data; boundary=x' }, { ...JSON_BODY, authorization: `Bearer ${token}` }, { ...JSON_BODY, authorization: `Bearer e30.e30.${'a'.repeat(3_000)}` }, { ...JSON_BODY, authorization: name }, { ...JSON_BODY, 'x-request-id': name }, { ...JSON_BODY, 'x-purpose': token }, { ...JSON_BODY, accept: 'application/graphql-response+json' }, { ...JSON_BODY, accept: 'text/html' }, { ...JSON_BODY, 'accept-encoding': name }, { ...JSON_BODY, 'content-encoding': 'gzip' }, { ...JSON_BODY, 'x-http-method-override': 'GET' }).map((given): Sent => ({ ...post({ query }), headers: given }));
  const paths = fc.tuple(fc.constantFrom('GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'), fc.constantFrom('/graphql', `/graphql?query=${encodeURIComponent(query)}`, `/graphql/${encodeURIComponent(name)}`, '/', '/..%2f..%2fetc/passwd', '/metrics', '/%00', '/%')).map(([method, path]): Sent => ({ method, path, headers: {}, body: undefined }));
  return fc.oneof(body, headers, paths);
}
