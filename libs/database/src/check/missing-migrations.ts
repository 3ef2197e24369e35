import { withOwner } from '../store/migrate';
import type { StoreDefinition } from '../store/store-definition';

// What TypeORM knows better than the migrations: tables and columns. Constraints, indexes and defaults are the migrations' own.
const MATTERS = /^(CREATE TABLE|ALTER TABLE \S+ (ADD "|DROP COLUMN|RENAME COLUMN|ALTER COLUMN "[^"]+" (TYPE|SET NOT NULL|DROP NOT NULL)))/;

/** Where a store's entities and its migrated tables differ: the statements that would make the tables fit, none if they do. */
export async function missingMigrations(adminUrl: string, store: StoreDefinition): Promise<string[]> {
  const { upQueries } = await withOwner(adminUrl, store, (source) => source.driver.createSchemaBuilder().log());
  return upQueries.map(({ query }) => query).filter((query) => MATTERS.test(query));
}
