import { SUBGRAPH_NAMES } from '@qaf/database';
import { signViewer } from '@qaf/identity';
import { forgedPersonTokens, forgedViewerTokens } from './forgeries';
import { type Parts, serveParts } from './parts';
import { Stage } from './stage';

describe('A forged token', () => {
  let stage: Stage;
  let parts: Parts;

  beforeAll(async () => {
    stage = await Stage.open();
    parts = await serveParts(stage.graph);
    await stage.ask('director', '{ me { displayName } }');
  }, 120_000);
  afterAll(async () => {
    await parts?.close();
    await stage?.close();
  });

  const ask = async (url: string, token: string) => {
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: '{"query":"{ workers { totalCount } }"}' });
    const { data, errors } = (await answer.json()) as { data?: object | null; errors?: { message: string; extensions: { code: string } }[] };
    return { status: answer.status, data: data ?? null, codes: errors?.map(({ extensions }) => extensions.code), messages: errors?.map(({ message }) => message) };
  };

  it('of a person opens nothing at the gateway, whatever is wrong with it, and is not told what that was', async () => {
    const { right, forged } = forgedPersonTokens(stage.dataDir, stage.people.director.subject);
    expect(await ask(stage.url, right)).toMatchObject({ status: 200, data: { workers: { totalCount: 15 } } });
    const told = new Set<string>();
    for (const [what, token] of forged) {
      const { status, data, codes, messages } = await ask(stage.url, token);
      expect([what, status, data, codes]).toEqual([what, 401, null, ['UNAUTHENTICATED']]);
      told.add(JSON.stringify(messages));
    }
    expect(told.size).toBe(1);
    // The good one is as good as before: nothing of the others stuck.
    expect((await ask(stage.url, right)).status).toBe(200);
  }, 60_000);

  it('of a viewer opens nothing at a part that runs apart', async () => {
    const standing = await stage.graph.standingOf(stage.people.director.subject);
    if (!standing) throw new Error('The director has no standing.');
    const signed = (audience: string) => signViewer({ ...standing, requestId: 'forged', purpose: null }, { audience, secret: stage.graph.secret });
    for (const name of SUBGRAPH_NAMES) {
      const others = await Promise.all(SUBGRAPH_NAMES.filter((one) => one !== name).map(signed));
      const right = await signed(name);
      if (name === 'workforce') expect(await ask(parts.urls[name], right)).toMatchObject({ status: 200, data: { workers: { totalCount: 15 } } });
      for (const [what, token] of [...forgedViewerTokens(right, others, stage.graph.secret), ['a person’s own', await stage.token('director')]] as [string, string][]) {
        const { status, data, codes, messages } = await ask(parts.urls[name], token);
        expect([name, what, status, data, codes, messages]).toEqual([name, what, 401, null, ['UNAUTHENTICATED'], ['Not signed in.']]);
      }
    }
  }, 60_000);
});
