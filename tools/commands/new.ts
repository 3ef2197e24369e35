import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SUBGRAPH_NAMES } from '@qaf/database';
import { namesOf } from '../generate/names';
import { registrations } from '../generate/register';
import { sliceFiles } from '../generate/slice-files';

const USAGE = `Use: npm run new -- slice <${SUBGRAPH_NAMES.join('|')}> <concept>, as in: npm run new -- slice governance compliment`;

/** Makes a working start for a concept. Nothing is written unless all of it can be. */
function main([what, subgraph, concept]: string[]): void {
  if (what !== 'slice' || !concept || !(SUBGRAPH_NAMES as readonly string[]).includes(subgraph ?? '')) throw new Error(USAGE);
  const source = join('libs', subgraph as string, 'src');
  const names = namesOf(concept);
  if (existsSync(join(source, concept))) throw new Error(`${join(source, concept)} is there already.`);
  const context = { subgraph: subgraph as string, names, stamp: nextStamp(source) };
  const made = Object.entries(sliceFiles(context)).map(([path, text]) => [join(source, path), text] as const);
  const changed = Object.entries(registrations(context)).map(([path, edit]) => [path, edit(readFileSync(path, 'utf8'))] as const);
  for (const [path, text] of [...made, ...changed]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  process.stdout.write(`${made.map(([path]) => `made    ${path}`).join('\n')}\n${changed.map(([path]) => `changed ${path}`).join('\n')}\n\nNext: npm run schema, then npm test -- ${source}/${concept}\n`);
}

/** Now, or a moment after the newest migration: migrations run in the order of their numbers. */
function nextStamp(source: string): number {
  const stamps = readdirSync(join(source, 'migrations')).map((name) => Number(/^\d{13}/.exec(name)?.[0] ?? 0));
  return Math.max(Date.now(), ...stamps.map((stamp) => stamp + 1));
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
