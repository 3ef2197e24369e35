// Compiles every TypeScript source to dist/, only what changed since the last time.
// Aliases such as @qaf/graph become relative paths, so that dist/ runs without a loader.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transformFileSync } from '@swc/core';

const root = process.cwd();
const out = join(root, 'dist');
const sources = ['apps', 'libs', 'tools'];
const skip = new Set(['node_modules', 'dist', 'fixtures']);
const assets = /\.(graphql|json|html|css|svg|sql|woff2?)$/;

function* filesBelow(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skip.has(entry.name)) yield* filesBelow(path);
    } else yield path;
  }
}

function settings() {
  const swc = JSON.parse(readFileSync(join(root, '.swcrc.json'), 'utf8'));
  const { paths } = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')).compilerOptions;
  return { ...swc, swcrc: false, jsc: { ...swc.jsc, baseUrl: root, paths } };
}

function stampOf() {
  const hash = createHash('sha256');
  for (const file of ['.swcrc.json', 'tsconfig.base.json', 'tools/build/compile.mjs']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function newer(source, target) {
  return !existsSync(target) || statSync(source).mtimeMs > statSync(target).mtimeMs;
}

function write(target, text) {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

export function compile() {
  const stamp = stampOf();
  const stampFile = join(out, '.stamp');
  if (existsSync(out) && (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp)) rmSync(out, { recursive: true });
  const options = settings();
  const wanted = new Set();
  let compiled = 0;
  for (const source of sources.flatMap((folder) => [...filesBelow(join(root, folder))])) {
    const place = join(out, relative(root, source));
    if (/\.ts$/.test(source) && !/\.d\.ts$/.test(source)) {
      const target = place.replace(/\.ts$/, '.js');
      wanted.add(target).add(`${target}.map`);
      if (!newer(source, target)) continue;
      const { code, map } = transformFileSync(source, { ...options, filename: source });
      write(`${target}.map`, map ?? '');
      write(target, `${code}\n//# sourceMappingURL=${target.split('/').pop()}.map\n`);
      compiled += 1;
    } else if (assets.test(source)) {
      wanted.add(place);
      if (newer(source, place)) write(place, readFileSync(source));
    }
  }
  for (const file of filesBelow(out)) if (!wanted.has(file) && file !== stampFile) rmSync(file);
  write(stampFile, stamp);
  return compiled;
}

if (process.argv[1] === new URL(import.meta.url).pathname) console.log(`compiled ${compile()} files`);
