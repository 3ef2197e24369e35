import { generateKeyPair, SignJWT } from 'jose';
import { codes } from './commands';
import { Stage } from './stage';

describe('The gateway’s door', () => {
  let stage: Stage;

  beforeAll(async () => void (stage = await Stage.open()), 120_000);

  afterAll(() => stage?.close());

  const post = async (body: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${stage.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) as { data?: unknown; errors?: { message: string; extensions: { code: string; requestId: string } }[] } };
  };
  const ME = JSON.stringify({ query: '{ me { displayName } }' });

  it('asks who is there', async () => {
    const nobody = await post(ME);
    expect([nobody.status, nobody.body.errors?.map((error) => error.extensions.code)]).toEqual([401, ['UNAUTHENTICATED']]);
    expect(nobody.body.data ?? null).toBeNull();
    const known = await post(ME, { authorization: `Bearer ${await stage.token('northWorker')}` });
    expect([known.status, known.body]).toEqual([200, { data: { me: { displayName: 'Noor Applegarth' } } }]);
  });

  it('takes no token that its issuer did not sign', async () => {
    const token = await stage.token('director');
    const [head = '', claims = ''] = token.split('.');
    const { privateKey } = await generateKeyPair('ES256');
    const payload = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    const forged = await new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'x' }).sign(privateKey);
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    const shared = await new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode('only-for-tests-and-nothing-else-at-all'));
    for (const wrong of [forged, unsigned, shared, `${head}.${claims}.AAAA`, `${token}x`, 'garbage', '', `${token} ${token}`]) {
      const { status, body } = await post(ME, { authorization: `Bearer ${wrong}` });
      expect([wrong.slice(-30), status, body.errors?.map((error) => error.extensions.code)]).toEqual([wrong.slice(-30), 401, ['UNAUTHENTICATED']]);
      expect(JSON.stringify(body)).not.toContain('Quay');
    }
    const basic = await post(ME, { authorization: 'Basic ZGFyYTpxdWF5' });
    expect(basic.status).toBe(401);
  });

  it('puts the id of the request on every error and in the header', async () => {
    const { headers, body } = await post(ME);
    expect(body.errors?.[0]?.extensions.requestId).toBe(headers.get('x-request-id'));
    const other = await post('{"query":"{ nothing }"}', { authorization: `Bearer ${await stage.token('director')}` });
    expect(other.body.errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED', requestId: other.headers.get('x-request-id') });
    expect(headers.get('x-request-id')).not.toBe(other.headers.get('x-request-id'));
  });

  it('answers in JSON whatever was sent', async () => {
    const authorization = `Bearer ${await stage.token('director')}`;
    const answers = await Promise.all([
      fetch(`${stage.url}/nowhere`),
      fetch(`${stage.url}/graphql`, { method: 'PUT', body: '{}', headers: { 'content-type': 'application/json' } }),
      fetch(`${stage.url}/graphql`, { method: 'DELETE' }),
      fetch(`${stage.url}/graphql`, { method: 'POST', body: 'query=1', headers: { 'content-type': 'text/plain', authorization } }),
      fetch(`${stage.url}/graphql`, { method: 'POST', body: '{"query": ', headers: { 'content-type': 'application/json', authorization } }),
      fetch(`${stage.url}/graphql`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', authorization } }),
      fetch(`${stage.url}/graphql`, { method: 'POST', body: '{"query":"{ me { "}', headers: { 'content-type': 'application/json', authorization } }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([404, 405, 405, 415, 400, 400, 400]);
    for (const answer of answers) {
      const body = JSON.parse(await answer.text()) as { errors: { message: string; extensions: { code: string; requestId: string } }[] };
      expect(body.errors[0]?.extensions.requestId).toBe(answer.headers.get('x-request-id'));
    }
  });

  it('shows its schema and an explorer that needs no internet, in development', async () => {
    const introspected = await stage.ask('northWorker', '{ __schema { queryType { name } types { name } } }');
    expect(introspected.data.__schema.queryType).toEqual({ name: 'Query' });
    expect(introspected.data.__schema.types.map((type: { name: string }) => type.name)).toEqual(expect.arrayContaining(['Child', 'Worker', 'Action', 'Invitation']));
    expect(introspected.text).not.toContain('_entities');
    const page = await fetch(`${stage.url}/graphql`, { headers: { accept: 'text/html' } });
    const html = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect(html).toContain('<html');
    expect(html.match(/(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi) ?? []).toEqual([]);
  });

  it('keeps inner fields of the parts to itself', async () => {
    for (const query of ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }', '{ children { edges { node { ref } } } }']) {
      expect([query, codes(await stage.ask('director', query))]).toEqual([query, ['GRAPHQL_VALIDATION_FAILED']]);
    }
  });
});
