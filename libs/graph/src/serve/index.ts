export * from './alone';
export * from './process';
export * from './regularly';
export * from './serve-subgraph';
