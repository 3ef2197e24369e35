import type { StoreDefinition } from '@qaf/database';
import { DEFINITIONS } from './subgraphs';

/** What each subgraph keeps. */
export const STORES: StoreDefinition[] = Object.values(DEFINITIONS).map((definition) => definition.store);
