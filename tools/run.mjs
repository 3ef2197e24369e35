// The way in to every npm script. Runs on any Node from 20: installs what is missing,
// compiles what changed, then hands over to the Node that the project is locked to.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const at = (path) => join(root, path);
const jest = ['--experimental-vm-modules', '--no-warnings', at('node_modules/jest/bin/jest.js')];
const commands = {
  start: { script: at('dist/apps/platform/src/main.js') },
  apart: { script: at('dist/tools/commands/apart.js') },
  test: { direct: [...jest, '--config', at('jest.config.js')] },
  lint: { direct: [at('node_modules/eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
  typecheck: { direct: [at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.json')] },
  build: { nothing: true },
};

function lockHash() {
  return createHash('sha256').update(readFileSync(at('package-lock.json'))).update(process.platform + process.arch).digest('hex');
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function install() {
  const mark = at('node_modules/.installed-for');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lockHash()) return;
  if (process.stderr.isTTY) process.stderr.write('Installing packages (only needed once)…\n');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const run = spawnSync(command, [...first, 'ci', '--no-fund', '--no-audit', '--prefer-offline'], { encoding: 'utf8' });
  if (run.status !== 0) fail(`The packages could not be installed:\n${run.stderr ?? run.error}`);
  writeFileSync(mark, lockHash());
}

function lockedNode() {
  for (const name of [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`]) {
    const path = at(`node_modules/${name}/bin/node`);
    if (existsSync(path)) return path;
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(`No Node 24 for ${process.platform}-${process.arch} is among the packages; run this with Node 24.`);
}

function compile(node) {
  const run = spawnSync(node, [at('tools/build/compile.mjs')], { encoding: 'utf8' });
  if (run.status !== 0) fail(`The sources do not compile:\n${run.stderr}`);
}

/** Linux only: who started us, so that a killed npm does not leave the platform running. */
function ancestors() {
  const parentOf = (pid) => {
    try {
      return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) . /s, '').split(' ')[0]);
    } catch {
      return 0;
    }
  };
  const parent = process.ppid;
  return process.env.npm_lifecycle_event ? [parent, parentOf(parent)].filter((pid) => pid > 1) : [parent];
}

function watchAncestors(child) {
  const pids = process.platform === 'linux' ? ancestors() : [process.ppid];
  const gone = (pid) => {
    try {
      process.kill(pid, 0);
      return false;
    } catch (error) {
      return error.code === 'ESRCH';
    }
  };
  setInterval(() => {
    if (process.ppid !== pids[0] || pids.some(gone)) child.kill('SIGTERM');
  }, 500).unref();
}

function handOver(node, args) {
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C reaches the whole foreground group; the child drains by itself.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  watchAncestors(child);
  child.on('error', (error) => fail(String(error)));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}

const [name, ...args] = process.argv.slice(2);
install();
const node = lockedNode();
const command = commands[name ?? ''] ?? { script: at(`dist/tools/commands/${name}.js`) };
if (!command.direct) compile(node);
if (!command.nothing) {
  if (command.script && !existsSync(command.script)) fail(`There is no command "${name}".`);
  handOver(node, [...(command.direct ?? ['--enable-source-maps', command.script]), ...args]);
}
