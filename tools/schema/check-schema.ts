import { apiSchemaOf } from '@qaf/gateway';
import { disagreements } from './agreement';
import { breakingChanges, undeclared } from './breaking-changes';
import { undescribed } from './descriptions';
import { SUPERGRAPH_FILE, schemaFiles } from './schema-files';

export interface SchemaCheck {
  subgraphs: readonly { name: string; sdl: string }[];
  /** The text of a committed file, or null where there is none. */
  read(path: string): string | null;
  /** The supergraph as clients knew it; null where there was none. */
  earlier: string | null;
  /** docs/breaking-changes.md. */
  declared: string;
  /** The client's files as they are made from the schemas now, by path. */
  client?: ReadonlyMap<string, string>;
}

/** Every fault of the schemas, one to a line; empty when they are in order. */
export async function schemaFaults({ subgraphs, read, earlier, declared, client = new Map() }: SchemaCheck): Promise<string[]> {
  const files = schemaFiles(subgraphs);
  const supergraph = files.get(SUPERGRAPH_FILE) ?? '';
  const stale = [...files, ...client].filter(([path, text]) => read(path) !== text).map(([path]) => `${path} is out of date: run "npm run schema".`);
  const sources = subgraphs.map(({ name, sdl }) => ({ name, sdl, url: `http://${name}/graphql` }));
  const apart = disagreements(sources, supergraph).map((line) => `Apollo's composition does not agree: ${line}`);
  const bare = undescribed(apiSchemaOf(supergraph)).map((coordinate) => `${coordinate} has no description.`);
  const changes = earlier === null ? [] : undeclared(await breakingChanges(earlier, supergraph), declared);
  const breaking = changes.map(({ path, message }) => `Breaks clients, and docs/breaking-changes.md does not name \`${path}\`: ${message}`);
  return [...stale, ...apart, ...bare, ...breaking];
}
