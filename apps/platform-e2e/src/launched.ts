import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '../../..');

/** A platform that was started as a user starts it, with everything that runs below it. */
export interface Launched {
  /** The process that the user started. */
  launcher: ChildProcess;
  url: string;
  /** Resolves with the exit code, or the signal's name. */
  ended: Promise<number | string>;
}

export type Start = 'node' | 'npm';

/** Runs the start command on a data folder, in a process group of its own as in a terminal, until it says where it answers. */
export async function launch(dataDir: string, how: Start = 'node', settings: Record<string, string> = {}): Promise<Launched> {
  const [command, args] = how === 'node' ? [process.execPath, ['tools/run.mjs', 'start']] : ['npm', ['start', '--silent']];
  const { DATABASE_URL: _none, ...inherited } = process.env;
  const env = { ...inherited, NODE_OPTIONS: '', QAF_DATA_DIR: dataDir, QAF_DEMO: '0', PORT: '0', QAF_LOG_LEVEL: 'error', ...settings };
  const launcher = spawn(command, args, { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | string>((resolve) => launcher.once('exit', (code, signal) => resolve(signal ?? code ?? -1)));
  const url = await Promise.race([addressIn(launcher), ended.then((end) => Promise.reject(new Error(`The start ended with ${end}.`)))]);
  return { launcher, url, ended };
}

async function addressIn({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The start has no output.');
  for await (const line of createInterface({ input: stdout })) {
    const url = /http:\/\/\S+(?=\/graphql)/.exec(line)?.[0];
    if (!url) continue;
    stdout.resume();
    return url;
  }
  throw new Error('The start said no address.');
}

interface Running {
  pid: number;
  parent: number;
  line: string;
}

function processes(): Running[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
      const line = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return stat[0] === 'Z' ? [] : [{ pid: Number(name), parent: Number(stat[1]), line }];
    } catch {
      return [];
    }
  });
}

/** Every process below this one. */
export function below(pid: number): Running[] {
  const all = processes();
  const found: Running[] = [];
  for (let next = [pid]; next.length > 0; ) {
    const children = all.filter((one) => next.includes(one.parent));
    found.push(...children);
    next = children.map((one) => one.pid);
  }
  return found;
}

/** The process that serves the graph. */
export function platformBelow(pid: number): number {
  const platform = below(pid).find((one) => one.line.includes('dist/apps/platform/src/main.js'));
  if (!platform) throw new Error('No platform runs below the launcher.');
  return platform.pid;
}

/** What of these processes, or of a database in this folder, still runs. */
export function leftOf(pids: number[], dataDir: string): string[] {
  return processes()
    .filter((one) => pids.includes(one.pid) || one.line.includes(dataDir))
    .map((one) => `${one.pid} ${one.line}`);
}
