import { normaliseName } from '../names';

/** Who bears a normalised name: an id, or null where several do, so that the name alone tells nobody. */
export type NameDirectory = ReadonlyMap<string, string | null>;

/** What the names in a file are matched with. */
export interface NameMatches {
  workers: NameDirectory;
  teams: NameDirectory;
}

/** Gathers names as they are displayed into a directory for matching. */
export function nameDirectory(bearers: readonly { id: string; name: string }[]): NameDirectory {
  const directory = new Map<string, string | null>();
  for (const { id, name } of bearers) {
    const key = normaliseName(name);
    const known = directory.get(key);
    directory.set(key, known === undefined || known === id ? id : null);
  }
  return directory;
}
