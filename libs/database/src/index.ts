export * from './migration/history';
export { appendOnly, changeProtection, protect, withoutRowRules, type Protection } from './migration/protection';
export * from './migration/table';
export type { DatabaseServer } from './server/database-server';
export { openServer, type OpenServerOptions } from './server/open-server';
export * from './store/connect';
export { prepareStores, storeUrls, type PrepareOptions } from './store/prepare-stores';
export type { StoreDefinition } from './store/store-definition';
export * from './subgraph-name';
