import { testGraph } from '../gateway.fixtures';

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('The explorer', () => {
  it('is one page that takes nothing from elsewhere', async () => {
    const { gateway } = await testGraph();
    const page = await gateway.inject({ url: '/graphql', headers: browser });
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}='; connect-src 'self';/);
    expect(page.body).not.toMatch(/https?:\/\/|<link|src=|innerHTML/);
    await gateway.close();
  });

  it('asks a schema question that the gateway answers without a token', async () => {
    const { gateway, ask } = await testGraph();
    const page = await gateway.inject({ url: '/graphql', headers: browser });
    const query = /INTROSPECTION = `([^`]+)`/.exec(page.body)?.[1] ?? '';
    const { status, body } = await ask(query, {}, {});
    expect([status, body.errors]).toEqual([200, undefined]);
    await gateway.close();
  });

  it('is for browsers, and not in production', async () => {
    const development = await testGraph();
    expect((await development.gateway.inject({ url: '/graphql', headers: { accept: 'application/json' } })).statusCode).toBe(405);
    const production = await testGraph({ gateway: { production: true } });
    expect((await production.gateway.inject({ url: '/graphql', headers: browser })).statusCode).toBe(405);
    await Promise.all([development.gateway.close(), production.gateway.close()]);
  });
});
