// The way in to every npm script. Runs on any Node from 20: installs what is missing,
// compiles what changed, then hands over to the Node that the project is locked to.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const at = (path) => join(root, path);
const jest = ['--experimental-vm-modules', '--no-warnings', '--import', './tools/build/end-with-launcher.mjs', at('node_modules/jest/bin/jest.js')];
const commands = {
  start: { script: at('dist/apps/platform/src/main.js') },
  apart: { script: at('dist/tools/commands/apart.js') },
  test: { direct: [...jest, '--config', at('jest.config.js')], compiled: true, options: testOptions },
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

/** Who started a process, and by which command line. */
function processOf(pid) {
  try {
    const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) . /s, '').split(' ')[0]);
    return { parent, line: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
  } catch {
    const told = spawnSync('ps', ['-ww', '-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
    const [, parent = 0, line = ''] = /^\s*(\d+)\s+(.*)$/s.exec(told) ?? [];
    return { parent: Number(parent), line };
  }
}

/** The npm that runs this script, and the shell that npm may have put between: whom to follow when they are killed. */
function npmAbove() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return [];
  const { parent, line } = processOf(process.ppid);
  return line.includes(' -c ') && parent > 1 ? [process.ppid, parent] : [process.ppid];
}

function isGone(pid) {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** A killed npm tells nobody; without this the platform would run on. */
function followNpm(child) {
  const pids = npmAbove();
  if (pids.length === 0) return;
  setInterval(() => {
    if (process.ppid !== pids[0] || pids.some(isGone)) child.kill('SIGTERM');
  }, 500).unref();
}

function handOver(node, args) {
  // The channel closes when this process goes, by whatever signal; the child then stops by itself.
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  followNpm(child);
  child.on('error', (error) => fail(String(error)));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}

/** Stories start the compiled platform beside the tests: two at once, or as many as half the cores carry. */
function testOptions(args) {
  const chosen = args.some((arg) => /^(-i|--runInBand|-w|--maxWorkers)(=|$)/.test(arg));
  return chosen ? [] : [`--maxWorkers=${Math.max(2, Math.floor(availableParallelism() / 2))}`];
}

const [name, ...args] = process.argv.slice(2);
install();
const node = lockedNode();
const command = commands[name ?? ''] ?? { script: at(`dist/tools/commands/${name}.js`) };
if (!command.direct || command.compiled) compile(node);
if (!command.nothing) {
  if (command.script && !existsSync(command.script)) fail(`There is no command "${name}".`);
  handOver(node, [...(command.direct ?? ['--enable-source-maps', command.script]), ...(command.options?.(args) ?? []), ...args]);
}
