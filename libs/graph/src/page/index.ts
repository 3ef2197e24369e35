export * from './connection';
export * from './list';
export { Where } from './where';
