/** The four subgraphs. A subgraph's name is also the name of its schema. */
export const SUBGRAPH_NAMES = ['workforce', 'casework', 'voice', 'governance'] as const;

export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

/** The role that owns the schema and everything in it. Nobody signs in as it. */
export function ownerRole(name: SubgraphName): string {
  return `qaf_${name}_owner`;
}

/** The role that the application signs in as. It owns nothing and bypasses nothing. */
export function loginRole(name: SubgraphName): string {
  return `qaf_${name}`;
}

/** The schema that holds the subgraph's outgoing events. */
export function queueSchema(name: SubgraphName): string {
  return `${name}_queue`;
}
