import type { SubgraphDefinition } from './definition';

/** One concept's share of its subgraph, in one place, so that a slice is added by adding one line. */
export interface Slice {
  resolvers: Function[];
  references?: SubgraphDefinition['references'];
  entities?: Function[];
  types?: Function[];
  handlers?: SubgraphDefinition['handlers'];
}

/** A subgraph with its slices. */
export function withSlices(definition: SubgraphDefinition, slices: readonly Slice[]): SubgraphDefinition {
  return {
    ...definition,
    resolvers: [...definition.resolvers, ...slices.flatMap((slice) => slice.resolvers)],
    types: [...definition.types, ...slices.flatMap((slice) => slice.types ?? [])],
    references: Object.assign({}, definition.references, ...slices.map((slice) => slice.references ?? {})) as SubgraphDefinition['references'],
    store: { ...definition.store, entities: [...definition.store.entities, ...slices.flatMap((slice) => slice.entities ?? [])] },
    handlers: Object.assign({}, definition.handlers, ...slices.map((slice) => slice.handlers ?? {})) as SubgraphDefinition['handlers'],
  };
}
