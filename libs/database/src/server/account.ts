import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** How to start a program as the account that PostgreSQL runs under. */
export interface Account {
  /** Null when we are an ordinary user and simply stay one. */
  owner: { uid: number; gid: number } | null;
  command(program: string, args: string[]): { file: string; args: string[]; uid?: number; gid?: number };
}

const CAPABILITIES = ['dac_read_search', 'dac_override'];

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the one that owns the data already,
 * the person behind sudo, or the machine's `postgres` or `nobody`.
 */
export function chooseAccount(folder: string, postgres: string): Account {
  if (process.getuid?.() !== 0) return { owner: null, command: (file, args) => ({ file, args }) };
  const owner = ownerFor(folder);
  const plain: Account = { owner, command: (file, args) => ({ file, args, ...owner }) };
  const accounts = [plain, ...CAPABILITIES.map((capability) => withCapability(owner, capability))];
  const reach = nearest(folder);
  const able = accounts.find((account) => reaches(account, postgres, reach));
  if (!able) throw new Error(`PostgreSQL cannot run as root, and the account ${owner.uid} that it would run as cannot reach ${reach}; start as an ordinary user or from an open folder.`);
  return able;
}

function ownerFor(folder: string): { uid: number; gid: number } {
  const accounts = readAccounts();
  const named = (name: string) => accounts.find((account) => account.name === name);
  const known = (uid: number) => accounts.find((account) => account.uid === uid);
  const { uid, gid } = statSync(nearest(folder));
  if (existsSync(folder) && uid !== 0) return { uid, gid };
  const chosen = known(uid || Number(process.env['SUDO_UID'] ?? 0) || -1) ?? named('postgres') ?? named('nobody');
  if (!chosen) throw new Error('PostgreSQL cannot run as root and this machine has no other account; start as an ordinary user.');
  return { uid: chosen.uid, gid: chosen.gid };
}

function readAccounts(): { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 3 && Number(fields[2]) > 0)
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }));
}

/** The folder, or what is there of the way to it. */
function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}

/** Below a closed home such as /root the account needs one capability to get to its own files. */
function withCapability(owner: { uid: number; gid: number }, capability: string): Account {
  const { uid, gid } = owner;
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  // PostgreSQL looks with access(2), which forgets every capability of an ordinary user but with this bit.
  const lend = ['--securebits=+no_setuid_fixup', `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
  return { owner, command: (file, args) => ({ file: 'setpriv', args: [...identity, ...lend, '--', file, ...args] }) };
}

function reaches(account: Account, postgres: string, folder: string): boolean {
  const { file, args, ...owner } = account.command('sh', ['-c', 'cd "$2" && "$1" --version', 'sh', postgres, folder]);
  return spawnSync(file, args, { ...owner, cwd: '/', stdio: 'ignore' }).status === 0;
}
