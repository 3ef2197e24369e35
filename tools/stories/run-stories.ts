import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One way of running the stories. */
export interface Combination {
  name: string;
  apart: boolean;
  /** Another PostgreSQL; the embedded one when left out. */
  databaseUrl?: string;
}

export interface Outcome {
  passed: number;
  failed: number;
  /** What Jest said. */
  output: string;
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  success: boolean;
}

const JEST = ['--experimental-vm-modules', '--no-warnings', '--import', './tools/build/end-with-launcher.mjs', 'node_modules/jest/bin/jest.js'];

let running: ChildProcess | undefined;

/** Runs the stories once; what cannot run counts as failed. */
export async function runStories(combination: Combination, paths: string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'qaf-stories-'));
  const report = join(folder, 'report.json');
  const args = [...JEST, '--maxWorkers=2', '--json', `--outputFile=${report}`, ...paths];
  const { TEST_DATABASE_URL: _given, DATABASE_URL: _named, ...inherited } = process.env;
  const env = { ...inherited, QAF_STORIES: combination.apart ? 'apart' : 'together', ...(combination.databaseUrl && { TEST_DATABASE_URL: combination.databaseUrl }) };
  try {
    const output = await outputOf(spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] }));
    return { ...countedIn(report), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ends the run that is under way. */
export async function stopStories(): Promise<void> {
  if (!running) return;
  const exit = new Promise((resolve) => running?.once('exit', resolve));
  running.kill('SIGTERM');
  await exit;
}

function outputOf(child: ChildProcess): Promise<string> {
  running = child;
  const said: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve) => {
    child.once('close', () => {
      running = undefined;
      resolve(Buffer.concat(said).toString('utf8'));
    });
  });
}

/** A run without a report, or one that ran nothing, has failed. */
function countedIn(file: string): Pick<Outcome, 'passed' | 'failed'> {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, success } = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failed === 0 && (!success || numPassedTests === 0) ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
