// Lints every fixture as though it were the file that its first line names, by the rules of the workspace, and prints what was found.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import typescript from 'typescript-eslint';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const RULE = '@nx/enforce-module-boundaries';

/** The workspace's own setting, without the check for cycles: it would speak first wherever the wrong import also closes one. */
async function settingFor(file) {
  const { rules } = await new ESLint({ cwd: root }).calculateConfigForFile(join(root, file));
  const [severity, options] = rules[RULE];
  return [severity, { ...options, ignoredCircularDependencies: [['*', '*']] }];
}

async function lint(fixture) {
  const text = readFileSync(join(here, 'fixtures', fixture), 'utf8');
  const file = /^\/\/ as: (.+)$/m.exec(text)?.[1] ?? '';
  // The named file need not exist, so it has no types to check.
  const { languageOptions, rules } = typescript.configs.disableTypeChecked;
  const overrideConfig = [{ files: ['**/*.ts'], languageOptions, rules: { ...rules, [RULE]: await settingFor(file) } }];
  const [result] = await new ESLint({ cwd: root, overrideConfig, ignore: false }).lintText(text, { filePath: join(root, file) });
  const refused = /^\/\/ refused by: (.+)$/m.exec(text)?.[1];
  return { name: basename(fixture, '.ts'), expected: refused ? [refused] : [], found: result.messages.map(({ messageId, message }) => messageId ?? message) };
}

const found = [];
for (const fixture of readdirSync(join(here, 'fixtures')).sort()) found.push(await lint(fixture));
process.stdout.write(JSON.stringify(found));
