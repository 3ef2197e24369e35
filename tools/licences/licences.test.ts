import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAllowed } from './licence.rules';
import { licencePage, refusals } from './page';
import { packagesOf } from './packages';
import type { LockEntry } from './packages';

test.each(['MIT', 'MIT/X11', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', 'Apache-2.0 AND MIT', 'MIT OR CC0-1.0'])('%s may be shipped', (licence) => {
  expect(isAllowed(licence)).toBe(true);
});

test.each(['', 'Elastic-2.0', 'GPL-3.0-only', 'AGPL-3.0', 'SSPL-1.0', 'UNLICENSED', 'SEE LICENSE IN LICENSE', 'MIT AND GPL-3.0-only', 'CC-BY-NC-4.0', 'BUSL-1.1', '((MIT OR X) AND GPL-2.0)'])(
  '%j may not',
  (licence) => expect(isAllowed(licence)).toBe(false),
);

const lock: Record<string, LockEntry> = {
  '': { name: 'product', license: 'MIT' },
  'node_modules/zeta': { version: '1.0.0', license: 'MIT' },
  'node_modules/alpha': { version: '2.0.0', license: 'ISC' },
  'node_modules/@owner/build': { version: '3.0.0', license: 'Elastic-2.0', dev: true },
  'node_modules/zeta/node_modules/alpha': { version: '1.0.0', license: 'BSD-3-Clause' },
  'node_modules/@owner/build/node_modules/zeta': { version: '1.0.0', license: 'MIT', dev: true },
};

test('the page names what is shipped, each version once, and tools under other terms apart', () => {
  const [shipped, tools] = licencePage(packagesOf(lock)).split('## Used in development only');
  expect(shipped?.match(/^\| (alpha|zeta|@owner).*$/gm)).toEqual(['| alpha | 1.0.0 | BSD-3-Clause |', '| alpha | 2.0.0 | ISC |', '| zeta | 1.0.0 | MIT |']);
  expect(tools?.match(/^\| (alpha|zeta|@owner).*$/gm)).toEqual(['| @owner/build | 3.0.0 | Elastic-2.0 |']);
});

test('a package under other terms is refused the moment that it is shipped, and so is one that names none', () => {
  expect(refusals(packagesOf(lock))).toEqual([]);
  const shipped = packagesOf({ ...lock, 'node_modules/@owner/build': { version: '3.0.0', license: 'Elastic-2.0' }, 'node_modules/old': { version: '0.1.0' } });
  expect(refusals(shipped)).toEqual(['@owner/build@3.0.0: Elastic-2.0', 'old@0.1.0: no licence is named']);
});

test('the committed page is the one that the lock file asks for', () => {
  const root = join(__dirname, '../..');
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, LockEntry> };
  expect(refusals(packagesOf(packages))).toEqual([]);
  expect(readFileSync(join(root, 'THIRD_PARTY_LICENCES.md'), 'utf8')).toBe(licencePage(packagesOf(packages)));
});
