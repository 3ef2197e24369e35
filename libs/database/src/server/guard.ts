import { spawn, type ChildProcess } from 'node:child_process';
import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CLAIM } from './claim';
import { ADMIN } from './cluster';

const RENEWAL_MS = 500;

export interface Guard {
  /** Resolves when the watchdog is on its post. */
  standing: Promise<void>;
  /** Tells the watchdog that the server is up: from now on it need not wait for one that may still be coming. */
  claimed(): void;
  /** Tells it that the server died and another may be coming. */
  lost(): void;
  /** Lets the watchdog finish: it stops the server if nobody else uses it. Resolves when it is done. */
  dismiss(): Promise<void>;
}

// Compiled, the watchdog is JavaScript; in tests Node runs its source.
const SCRIPT = join(__dirname, `watchdog${extname(__filename)}`);

/** Sets a watchdog over this process, and another if that one is killed. */
export function setGuard(folder: string): Guard {
  let dismissed = false;
  let last = '';
  let current = post(folder);
  const standing = stands(current);
  const replace = async (): Promise<void> => {
    await sleep(RENEWAL_MS, undefined, { ref: false });
    if (dismissed) return;
    watch((current = post(folder)));
    letGo(current);
    current.stdin?.write(last);
  };
  const tell = (words: string): void => void current.stdin?.write((last = words));
  const watch = (child: ChildProcess): unknown => child.once('exit', () => void replace());
  watch(current);
  return {
    standing,
    claimed: () => tell('claimed '),
    lost: () => tell('lost '),
    dismiss: () => {
      dismissed = true;
      // One that was killed a moment ago cannot stop the server.
      if (hasEnded(current)) current = post(folder);
      return end(current);
    },
  };
}

function post(folder: string): ChildProcess {
  const args = [SCRIPT, folder, ADMIN, String(CLAIM)];
  const child = spawn(process.execPath, args, { detached: true, cwd: '/', env: {}, stdio: ['pipe', 'pipe', 'ignore'] });
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  return child;
}

function stands(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', () => {
      letGo(child);
      resolve();
    });
    child.once('exit', () => reject(new Error('The watchdog of the database did not start.')));
    child.once('error', () => reject(new Error('The watchdog of the database did not start.')));
  });
}

/** From here on the watchdog does not keep our process alive. */
function letGo(child: ChildProcess): void {
  for (const handle of [child, child.stdin, child.stdout]) (handle as { unref?: () => void } | null)?.unref?.();
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (hasEnded(child)) return resolve();
    child.ref();
    child.once('exit', () => resolve());
    // A last word says that our claim is released already, so that it need not wait for it.
    child.stdin?.end('released');
  });
}
