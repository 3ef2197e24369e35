import type { Unit } from '@qaf/database';
import type { Viewer } from '@qaf/identity';

/** What every resolver is given. There is no other way to the data. */
export interface GraphContext {
  readonly viewer: Viewer;
  readonly unit: Unit;
  /** The moment that the request came: time is an argument of every rule. */
  readonly now: Date;
  /** Tells the subgraph's relay that an event was written. */
  readonly published: () => void;
}
