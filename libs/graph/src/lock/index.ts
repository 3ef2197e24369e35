export * from './lock-handlers';
export * from './lock-rules';
export * from './lock-tables';
export * from './lock-widening';
