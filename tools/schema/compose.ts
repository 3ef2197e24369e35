import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

/** One part of the graph, as composition takes it. */
export interface SubgraphSource {
  name: string;
  sdl: string;
  /** Where a router other than ours would find it. */
  url: string;
}

/** Composes the supergraph. Throws with every fault of composition, each on a line. */
export function composeSupergraph(subgraphs: readonly SubgraphSource[]): string {
  const result = composeServices(subgraphs.map(({ name, sdl, url }) => ({ name, url, typeDefs: parse(sdl) })));
  if (result.supergraphSdl === undefined) throw new Error(`The subgraphs do not compose:\n${result.errors.map((error) => `  ${error.message}`).join('\n')}`);
  return withOneEnd(result.supergraphSdl);
}

/** Text that ends in exactly one line break, as files do. */
export function withOneEnd(text: string): string {
  return `${text.trimEnd()}\n`;
}
