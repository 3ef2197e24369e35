import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

describe('A slice made with the generator', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'qaf-new-slice-'));
    const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' }).split('\n').filter((file) => file && existsSync(join(ROOT, file)));
    for (const file of files) cpSync(join(ROOT, file), join(copy, file));
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  }, 60_000);

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const run = (...args: string[]) => execFileSync(process.execPath, args, { cwd: copy, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  it('runs, is described, and passes its own story, types and lint without a hand edit', () => {
    run('tools/build/compile.mjs');
    run('dist/tools/commands/new.js', 'slice', 'governance', 'learning-visit');
    run('tools/build/compile.mjs');
    run('dist/tools/commands/schema.js');
    expect(run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json')).toBe('');
    expect(run('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', 'libs/governance/src/learning-visit', 'libs/governance/src/slices.ts')).toBe('');
    run('--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', 'libs/governance/src/learning-visit', 'libs/identity/src/permissions', 'libs/governance/src/subgraph.test');
    run('--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', 'apps/platform-e2e/src/matrix', '-t', 'The table of who sees what');
  }, 300_000);

  it('is refused for a concept that is there, and writes nothing for a subgraph that is not', () => {
    expect(() => run('dist/tools/commands/new.js', 'slice', 'governance', 'action')).toThrow(/there already/);
    expect(() => run('dist/tools/commands/new.js', 'slice', 'elsewhere', 'thing')).toThrow(/Use: npm run new/);
  });
});
