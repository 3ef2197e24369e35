import { composeServices } from '@apollo/composition';
import { apiSchemaOf } from '@qaf/gateway';
import { lexicographicSortSchema, parse, print, printSchema, visit } from 'graphql';
import type { SubgraphSource } from './compose';

/** What Apollo's composition says against ours: its faults, or the lines of the API schema that only one of the two has. Empty when they agree. */
export function disagreements(subgraphs: readonly SubgraphSource[], supergraph: string): string[] {
  const theirs = composeServices(subgraphs.map(({ name, sdl, url }) => ({ name, url, typeDefs: parse(sdl) })));
  if (theirs.supergraphSdl === undefined) return theirs.errors.map((error) => error.message);
  return differingLines(apiText(supergraph), apiText(theirs.supergraphSdl));
}

/** Without descriptions: where two subgraphs describe one type, each composition chooses for itself. */
function apiText(supergraph: string): string {
  const schema = parse(printSchema(lexicographicSortSchema(apiSchemaOf(supergraph))));
  return print(visit(schema, { enter: (node) => ('description' in node && node.description ? { ...node, description: undefined } : undefined) }));
}

function differingLines(ours: string, theirs: string): string[] {
  if (ours === theirs) return [];
  const [a, b] = [ours.split('\n'), theirs.split('\n')];
  const only = (lines: string[], others: string[], who: string): string[] => {
    const known = new Set(others);
    return lines.filter((line) => !known.has(line)).map((line) => `only in ${who}: ${line.trim()}`);
  };
  const lines = [...only(a, b, 'ours'), ...only(b, a, 'theirs')];
  return lines.length > 0 ? lines : ['the two differ in their order'];
}
