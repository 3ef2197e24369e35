import { signViewer } from '@qaf/identity';
import type { Viewer } from '@qaf/identity';
import { z } from 'zod';
import { JsonPost } from './json-post';
import { SubgraphUnavailable } from './transport';
import type { SubgraphAnswer, SubgraphTransport } from './transport';

export interface HttpTransportOptions {
  /** The subgraph's name; a token for one subgraph opens no other. */
  name: string;
  /** Where it takes GraphQL. */
  url: string;
  /** Signs the viewer; the subgraph holds the same. */
  secret: string;
  /** 2,500 ms by default. */
  timeoutMs?: number;
}

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string(), path: z.array(z.union([z.string(), z.number()])).optional(), extensions: z.record(z.string(), z.unknown()).optional() })).optional(),
});

/** How old a signed viewer may grow before it is signed anew; a token lives for thirty seconds. */
const FRESH_MS = 10_000;

/** Reaches a subgraph over HTTP: signed for it and for one viewer, within a time, through a circuit breaker. */
export function httpTransport(options: HttpTransportOptions): SubgraphTransport & { close(): Promise<void> } {
  const post = new JsonPost({ url: options.url, timeoutMs: options.timeoutMs ?? 2_500 });
  const sign = viewerSigner(options);
  return {
    async execute({ query, variables, operationName, viewer }) {
      const headers = { authorization: `Bearer ${await sign(viewer)}`, 'x-request-id': viewer.requestId };
      const parsed = answer.safeParse(await post.send(headers, { query, variables, operationName }));
      if (!parsed.success) throw new SubgraphUnavailable('not an answer');
      return parsed.data as SubgraphAnswer;
    },
    close: () => post.close(),
  };
}

/** Signs each viewer once for the fetches of one request. */
function viewerSigner({ name, secret }: HttpTransportOptions): (viewer: Viewer) => Promise<string> {
  const signed = new WeakMap<Viewer, { token: Promise<string>; at: number }>();
  return (viewer) => {
    const known = signed.get(viewer);
    if (known && Date.now() - known.at < FRESH_MS) return known.token;
    const token = signViewer(viewer, { audience: name, secret });
    signed.set(viewer, { token, at: Date.now() });
    return token;
  };
}
