export * from './definition';
export { buildGraph } from './schema';
export * from './slice';
export * from './subgraph';
