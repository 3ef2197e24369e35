import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { transformFileSync } from '@swc/core';

const ROOT = join(__dirname, '../../../..');
const SCRIPT = `
const { openServer } = require('./server/open-server');
openServer({ dataDir: process.argv[2] }).then((server) => {
  process.send({ adminUrl: server.adminUrl });
  process.on('message', () => server.stop().then(() => process.exit(0)));
}, (error) => { process.send({ failed: error.message }); process.exit(1); });`;

/** A place for data folders and for the compiled server, which processes of their own can run. */
export class Workbench {
  readonly folder = mkdtempSync(join(tmpdir(), 'qaf-server-'));
  private readonly users: ChildProcess[] = [];

  constructor() {
    const code = join(this.folder, 'code');
    for (const part of ['', 'server']) {
      mkdirSync(join(code, part), { recursive: true });
      for (const file of readdirSync(join(__dirname, '..', part))) if (/^(?!.*(test|fixtures)).*\.ts$/.test(file)) compile(join(part, file), code);
    }
    symlinkSync(join(ROOT, 'node_modules'), join(code, 'node_modules'));
    writeFileSync(join(code, 'user.js'), SCRIPT);
  }

  /** A process that opens the server in a data folder. */
  start(dataDir: string): ServerUser {
    const child = spawn(process.execPath, [join(this.folder, 'code/user.js'), dataDir], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.users.push(child);
    return new ServerUser(child);
  }

  dataDir(name: string): string {
    return join(this.folder, name);
  }

  async clear(): Promise<void> {
    for (const user of this.users) user.kill('SIGKILL');
    await goneFrom(this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export class ServerUser {
  /** The server's address, once it is open; fails with the reason why it is not. */
  readonly opened: Promise<string>;
  private readonly ended: Promise<void>;

  constructor(readonly child: ChildProcess) {
    this.opened = new Promise((resolve, reject) => {
      child.once('message', (message: { adminUrl?: string; failed?: string }) => (message.adminUrl ? resolve(message.adminUrl) : reject(new Error(message.failed))));
    });
    this.ended = new Promise((resolve) => child.once('exit', () => resolve()));
    // A user may be killed before anybody asks.
    this.opened.catch(() => undefined);
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async stop(): Promise<void> {
    this.child.send('stop');
    await this.ended;
  }
}

function compile(file: string, target: string): void {
  const { code } = transformFileSync(join(__dirname, '..', file), { swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } });
  writeFileSync(join(target, file.replace(/\.ts$/, '.js')), code);
}

/** The servers and watchdogs of a folder that live, by number. */
export function processesOf(folder: string, what: 'server' | 'watchdog'): number[] {
  const pattern = what === 'server' ? /bin\/postgres -D / : /watchdog\.(js|ts) /;
  return execFileSync('ps', ['-ww', '-A', '-o', 'pid=,stat=,command='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, stat, ...command]) => !stat?.startsWith('Z') && command.join(' ').includes(folder) && pattern.test(command.join(' ')))
    .map(([pid]) => Number(pid));
}

/** Resolves when neither a server nor a watchdog of the folder is left. */
export async function goneFrom(folder: string): Promise<void> {
  while (processesOf(folder, 'server').length + processesOf(folder, 'watchdog').length > 0) await sleep(50);
}
