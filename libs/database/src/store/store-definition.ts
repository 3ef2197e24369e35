import type { RollUp } from '../roll-up/roll-up';
import type { SubgraphName } from '../subgraph-name';

/** What a subgraph keeps: its TypeORM entities and migrations. */
export interface StoreDefinition {
  name: SubgraphName;
  /** Entity classes; none names a schema, it is the store's. */
  entities: Function[];
  /** Migration classes, their names ending in a timestamp as TypeORM has it; each with a `down`. */
  migrations: Function[];
  /** Sums that are kept in step with facts, as the migrations leave them. */
  rollUps?: readonly RollUp[];
}
