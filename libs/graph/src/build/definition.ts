import type { CommandTransaction, StoreDefinition, SubgraphName, Unit } from '@qaf/database';
import type { DomainEvent } from '@qaf/record';

/** Reads one entity by its UUID for `_entities`; must go through a loader. Null for what is absent or hidden. */
export type Reference = (unit: Unit, uuid: string) => Promise<{ id: string } | null>;

/** The reference of a type that another subgraph owns: the key alone, with the fields this subgraph adds. */
export const stub: Reference = (_unit, uuid) => Promise.resolve({ id: uuid });

/** Handles one event in one transaction, at most once in effect. */
export type EventHandler = (tx: CommandTransaction, event: DomainEvent) => Promise<void>;

/** All that a subgraph is: its part of the graph, its store, the events it hears. */
export interface SubgraphDefinition {
  name: SubgraphName;
  resolvers: Function[];
  /** Object types that no field of this subgraph leads to: entities reached through `_entities` alone. */
  types: Function[];
  references: Record<string, Reference>;
  store: StoreDefinition;
  handlers: Record<string, EventHandler>;
}
