export * from './merge-handlers';
export * from './merge-tables';
