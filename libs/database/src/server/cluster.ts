import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chownSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseAccount, type Account } from './account';
import { findBinaries, type Binaries } from './binaries';
import { isAlive } from './postmaster';

export const ADMIN = 'qaf_admin';
const MAJOR = '18';

/** One database cluster on disk and what is needed to start it. */
export interface Cluster {
  /** Holds everything of the server: `data`, `password`, `port`, `server.log`. */
  folder: string;
  data: string;
  password: string;
  account: Account;
  binaries: Binaries;
}

/** Opens the cluster in `<dataDir>/postgres`, made first if it is missing. */
export async function openCluster(dataDir: string, log: (message: string) => void, options: { sync: boolean }): Promise<Cluster> {
  mkdirSync(dataDir, { recursive: true });
  const parent = realpathSync(dataDir);
  const folder = join(parent, 'postgres');
  const binaries = findBinaries();
  const account = chooseAccount(folder, binaries.postgres);
  if (!existsSync(folder)) {
    log('Creating the database.');
    await createCluster(parent, folder, (draft) => runInitdb(account, binaries.initdb, draft, options), account);
  }
  checkOurs(folder);
  const data = join(folder, 'data');
  checkVersion(data);
  return { folder, data, password: readFileSync(join(folder, 'password'), 'utf8'), account, binaries };
}

/** Made beside its place and renamed into it: a killed start leaves no half of one, and of two racing starts one wins. */
async function createCluster(parent: string, folder: string, fill: (draft: string) => Promise<void>, account: Account): Promise<void> {
  removeAbandoned(parent);
  const draft = join(parent, `postgres.new-${process.pid}-${randomBytes(4).toString('hex')}`);
  const password = join(draft, 'password');
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account.owner) for (const path of [draft, password]) chownSync(path, account.owner.uid, account.owner.gid);
  try {
    await fill(draft);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = /^postgres\.new-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function runInitdb(account: Account, initdb: string, draft: string, { sync }: { sync: boolean }): Promise<void> {
  const who = [`--username=${ADMIN}`, `--pwfile=${join(draft, 'password')}`, '--auth=scram-sha-256', ...(sync ? [] : ['--no-sync'])];
  const words = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const { file, args, ...owner } = account.command(initdb, [`--pgdata=${join(draft, 'data')}`, ...who, ...words]);
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...owner, cwd: '/', env: serverEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', (error) => reject(new Error(`The database could not be created: ${error.message}`)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`The database could not be created:\n${said.trim()}`))));
  });
}

/** Nothing of ours reaches the server's environment; its words are English whatever the machine speaks. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}

function checkOurs(folder: string): void {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
  } catch {
    throw new Error(`${folder} belongs to another account; start as that account or as root, or name another folder.`);
  }
}

function checkVersion(data: string): void {
  const file = join(data, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
  if (version === null) throw new Error(`${data} is not a PostgreSQL data folder; move it away to start afresh.`);
  if (version !== MAJOR) throw new Error(`${data} was made by PostgreSQL ${version}; this is PostgreSQL ${MAJOR}.`);
}
