import { composeSupergraph, withOneEnd } from './compose';

/** Where a router other than ours finds the subgraphs: the service names and the port of the compose file. */
const addressOf = (name: string): string => `http://${name}:4010/graphql`;

export const SUPERGRAPH_FILE = 'libs/gateway/supergraph.graphql';

/** What is committed of the schemas, by path: one file for each subgraph, and the supergraph. */
export function schemaFiles(subgraphs: readonly { name: string; sdl: string }[]): Map<string, string> {
  const sources = subgraphs.map(({ name, sdl }) => ({ name, sdl: withOneEnd(sdl), url: addressOf(name) }));
  const files = new Map(sources.map(({ name, sdl }) => [`libs/${name}/schema.graphql`, sdl]));
  return files.set(SUPERGRAPH_FILE, composeSupergraph(sources));
}
