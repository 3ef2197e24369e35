export * from './serve-subgraph';
