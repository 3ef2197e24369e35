export * from './alone';
export * from './process';
export * from './serve-subgraph';
