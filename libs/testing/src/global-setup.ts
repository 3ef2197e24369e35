import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestServer } from './server';
import { ADMIN_URL, RUN_ID } from './test-run';

export interface TestServer {
  stop(): Promise<void>;
}

/** Before the first test: one PostgreSQL for the whole run, or the one that TEST_DATABASE_URL names. */
// eslint-disable-next-line no-restricted-syntax -- Jest asks for a default export
export default async function globalSetup(): Promise<void> {
  process.env[RUN_ID] = randomBytes(4).toString('hex');
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    process.env[ADMIN_URL] = given;
    return;
  }
  removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `qaf-test-${process.pid}-`));
  const server = await openTestServer(folder);
  process.env[ADMIN_URL] = server.adminUrl;
  const running: TestServer = {
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  Object.assign(globalThis, { testServer: running });
}

/** A run that was killed stops its server but cannot take its folder away. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^qaf-test-(\d+)-/.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
