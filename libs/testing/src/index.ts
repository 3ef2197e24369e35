export * from './database';
export { plansOf } from './plans';
export { TEST_SECRET } from './test-run';
