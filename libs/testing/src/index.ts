export * from './database';
export { TEST_SECRET } from './test-run';
