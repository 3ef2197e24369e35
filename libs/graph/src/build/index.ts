export * from './definition';
export type { ExecutionMode } from './execution';
export { buildGraph } from './schema';
export * from './slice';
export * from './subgraph';
