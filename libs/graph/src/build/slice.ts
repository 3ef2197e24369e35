import type { OnRecord, SubgraphDefinition } from './definition';

/** One concept's share of its subgraph, in one place, so that a slice is added by adding one line. */
export interface Slice {
  resolvers: Function[];
  references?: SubgraphDefinition['references'];
  entities?: Function[];
  types?: Function[];
  handlers?: SubgraphDefinition['handlers'];
  onRecord?: Partial<OnRecord>;
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
    onRecord: {
      personal: sorted(definition, slices, 'personal'),
      changes: sorted(definition, slices, 'changes'),
      open: sorted(definition, slices, 'open'),
    },
  };
}

function sorted(definition: SubgraphDefinition, slices: readonly Slice[], kind: keyof OnRecord): string[] {
  return [...definition.onRecord[kind], ...slices.flatMap((slice) => slice.onRecord?.[kind] ?? [])];
}
