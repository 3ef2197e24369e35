import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

interface Linted {
  name: string;
  expected: string[];
  found: string[];
}

// In a process of its own: the project graph is native code that does not live inside the test runner.
const linted = JSON.parse(execFileSync(process.execPath, [join(__dirname, 'lint-fixtures.mjs')], { cwd: root, encoding: 'utf8' })) as Linted[];

test.each(linted)('$name', ({ expected, found }) => {
  expect(found).toEqual(expected);
});

test('there are imports of both kinds, so that neither always is what passes', () => {
  expect(linted.filter(({ expected }) => expected.length === 1).length).toBeGreaterThan(15);
  expect(linted.filter(({ expected }) => expected.length === 0).length).toBeGreaterThan(5);
});

const projects = globSync('{apps/*,libs/*,tools}/project.json', { cwd: root }).map((file) => ({
  file,
  ...(JSON.parse(readFileSync(join(root, file), 'utf8')) as { name: string; tags: string[] }),
}));

test.each(projects)('$name has one scope and one type', ({ tags }) => {
  expect(tags.map((tag) => tag.replace(/:.+$/, '')).sort()).toEqual(['scope', 'type']);
});

test('every folder of apps and libs is a project', () => {
  const folders = globSync(['apps/*/', 'libs/*/'], { cwd: root }).map((folder) => folder.replace(/\/$/, ''));
  expect(projects.map(({ file }) => file.replace('/project.json', '')).sort()).toEqual([...folders, 'tools'].sort());
});
