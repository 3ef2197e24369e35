import { SUBGRAPH_NAMES, type SubgraphName } from '@qaf/database';
import { serveSubgraph } from '@qaf/graph';
import type { OpenGraph } from '@qaf/platform';

export interface Parts {
  urls: Record<SubgraphName, string>;
  close(): Promise<void>;
}

/** The four parts of a graph, each behind the door that it has where parts run apart, on ports of chance in this process. */
export async function serveParts(graph: OpenGraph): Promise<Parts> {
  const servers = SUBGRAPH_NAMES.map((name) => serveSubgraph({ subgraph: graph.subgraphs[name], secret: graph.secret }));
  const addresses = await Promise.all(servers.map((server) => server.listen({ host: '127.0.0.1', port: 0 })));
  return {
    urls: Object.fromEntries(SUBGRAPH_NAMES.map((name, index) => [name, addresses[index]])) as Parts['urls'],
    close: async () => void (await Promise.all(servers.map((server) => server.close()))),
  };
}
