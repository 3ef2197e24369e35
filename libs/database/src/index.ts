export type { DatabaseServer } from './server/database-server';
export { openServer, type OpenServerOptions } from './server/open-server';
export * from './subgraph-name';
export * from './unit';
