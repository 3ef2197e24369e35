export * from './definition';
export { buildGraph } from './schema';
export * from './subgraph';
