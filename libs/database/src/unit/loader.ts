import type { Unit } from './unit';

/** How many things of one kind are read at once. Defined once per concept; each unit has its own cache, which ends with it. */
export interface LoaderDefinition<K, V> {
  readonly name: string;
  /** Values in any order; `keyOf` says which key each answers. A key without a value reads as `empty`. */
  readonly batch: (unit: Unit, keys: readonly K[]) => Promise<V[]>;
}

/** Reads one row per id. A missing or hidden row is null. `entity` puts what is read on the access record. */
export function rowLoader<Row extends { id: string }>(
  name: string,
  batch: (unit: Unit, ids: readonly string[]) => Promise<Row[]>,
  options: { entity?: string } = {},
): LoaderDefinition<string, Row | null> {
  return {
    name,
    batch: async (unit, ids) => {
      const rows = await batch(unit, ids);
      if (options.entity) unit.sawAll(options.entity, rows);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  };
}

/** Reads the rows that hang on each key, in the order the batch gives them. `entity` puts what is read on the access record. */
export function listLoader<Row extends object>(
  name: string,
  keyOf: (row: Row) => string,
  batch: (unit: Unit, keys: readonly string[]) => Promise<Row[]>,
  options: { entity?: string } = {},
): LoaderDefinition<string, Row[]> {
  return {
    name,
    batch: async (unit, keys) => {
      const rows = await batch(unit, keys);
      if (options.entity) unit.sawAll(options.entity, rows as unknown as { id: string }[]);
      const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
      for (const row of rows) groups.get(keyOf(row))?.push(row);
      return keys.map((key) => groups.get(key) ?? []);
    },
  };
}

/** The key of something asked as of a day: `on` is YYYY-MM-DD. */
export function datedKey(id: string, on: string): string {
  return `${on} ${id}`;
}

/** Reads one row per id and day in one statement, whatever days are asked. The batch answers with the key it was asked for. */
export function datedLoader<Row extends object>(
  name: string,
  batch: (unit: Unit, ids: string[], days: string[]) => Promise<(Row & { askedId: string; askedOn: string })[]>,
): LoaderDefinition<string, Row[]> {
  return listLoader<Row & { askedId: string; askedOn: string }>(
    name,
    (row) => datedKey(row.askedId, row.askedOn),
    (unit, keys) => batch(unit, keys.map((key) => key.slice(11)), keys.map((key) => key.slice(0, 10))),
  );
}
