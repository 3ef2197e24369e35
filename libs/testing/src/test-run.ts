/** How the whole run of Jest tells its workers about the one server. */
export const ADMIN_URL = 'QAF_TEST_ADMIN_URL';
/** Stands in the name of every database of this run. */
export const RUN_ID = 'QAF_TEST_RUN';

/** What tests sign in with; the server is theirs alone or an expendable one. */
export const TEST_SECRET = 'only-for-tests-and-nothing-else-at-all';

export function runPrefix(): string {
  const run = process.env[RUN_ID];
  if (!run) throw new Error('No server for tests: run them through the Jest of this project.');
  return `qaf_test_${run}_`;
}

export function adminUrl(): string {
  const url = process.env[ADMIN_URL];
  if (!url) throw new Error('No server for tests: run them through the Jest of this project.');
  return url;
}
