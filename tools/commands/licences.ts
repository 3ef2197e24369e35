// Writes THIRD_PARTY_LICENCES.md; with --check only says whether it is as it should be.
import { readFileSync, writeFileSync } from 'node:fs';
import { licencePage, refusals } from '../licences/page';
import { packagesOf } from '../licences/packages';
import type { LockEntry } from '../licences/packages';

const FILE = 'THIRD_PARTY_LICENCES.md';

function main(check: boolean): string | undefined {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockEntry> };
  const packages = packagesOf(lock.packages);
  const refused = refusals(packages);
  if (refused.length > 0) return `Not allowed in what is shipped:\n${refused.join('\n')}`;
  const page = licencePage(packages);
  if (!check) writeFileSync(FILE, page);
  return readFileSync(FILE, 'utf8') === page ? undefined : `${FILE} is out of date: run "node tools/run.mjs licences".`;
}

const fault = main(process.argv.includes('--check'));
if (fault) process.stderr.write(`${fault}\n`);
process.exitCode = fault ? 1 : 0;
