import 'reflect-metadata';

export * from './act';
export * from './build';
export * from './command';
export * from './command-tables';
export * from './context';
export { forbidden, safeError } from './errors';
export * from './global-id';
export * from './grades';
export * from './inputs';
export * from './lock';
export * from './merge';
export * from './page';
export * from './problem';
export * from './scalars';
export * from './serve';
