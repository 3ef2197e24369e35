import type { CommandTransaction, StoreDefinition, SubgraphName, Unit } from '@qaf/database';
import type { DomainEvent, RecordHandover, RecordReceipt } from '@qaf/record';

/** Reads one entity by its UUID for `_entities`; must go through a loader. Null for what is absent or hidden. */
export type Reference = (unit: Unit, uuid: string) => Promise<{ id: string } | null>;

/** The reference of a type that another subgraph owns: the key alone, with the fields this subgraph adds. */
export const stub: Reference = (_unit, uuid) => Promise.resolve({ id: uuid });

/** Handles one event in one transaction, at most once in effect. */
export type EventHandler = (tx: CommandTransaction, event: DomainEvent) => Promise<void>;

/** What goes on the record of access. Each type with an id stands in one of the three. */
export interface OnRecord {
  /** About one child or worker: each read, change and refusal. Of a type that another subgraph owns, the refusals of what is done here. */
  personal: string[];
  /** Known to all who sign in, as a worker's name is: changes and refusals alone. */
  changes: string[];
  /** About no one. */
  open: string[];
}

/** Takes in what another subgraph's sealer hands over; answers the highest batch that is held of that subgraph. */
export type RecordReceiver = (tx: CommandTransaction, handover: RecordHandover, secret: string) => Promise<RecordReceipt>;

/** All that a subgraph is: its part of the graph, its store, the events it hears. */
export interface SubgraphDefinition {
  name: SubgraphName;
  resolvers: Function[];
  /** Object types that no field of this subgraph leads to: entities reached through `_entities` alone. */
  types: Function[];
  references: Record<string, Reference>;
  store: StoreDefinition;
  handlers: Record<string, EventHandler>;
  onRecord: OnRecord;
  /** Governance alone. */
  receiveRecord?: RecordReceiver;
}
