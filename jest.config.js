const { compilerOptions } = require('./tsconfig.base.json');
const swc = require('./.swcrc.json');

const esmOnly = ['jose', 'pg-boss', '@graphql-hive', '@whatwg-node', 'cron-parser', 'serialize-error', 'non-error', 'p-.*'];

// Stories that choose their own arrangement of processes say nothing new when all the others run apart; those about the embedded server, nothing of another.
const arrangedByThemselves = 'apps/platform-e2e/src/(start-stop|database-faults|faults|generated|matrix/)';
const onTheEmbeddedServer = 'apps/platform-e2e/src/(start-stop|database-faults)';
const toldOnce = process.env.QAF_STORIES === 'apart' ? [arrangedByThemselves] : process.env.TEST_DATABASE_URL ? [onTheEmbeddedServer] : [];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...toldOnce],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', { ...swc, swcrc: false }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: Object.fromEntries(
    Object.entries(compilerOptions.paths).map(([name, [path]]) => [`^${name}$`, `<rootDir>/${path}`]),
  ),
  setupFiles: ['reflect-metadata'],
  // A busy machine is no fault of the code: nothing asserts a time, this only ends what hangs.
  testTimeout: 60_000,
  globalSetup: '<rootDir>/libs/testing/src/global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/global-teardown.ts',
};
