/** An open transaction of whatever made it: a client of pg, a TypeORM manager or query runner, a unit's command. */
export interface Transaction {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}

/** The rows of an answer: pg gives an object that holds them, TypeORM the bare list. */
export function returnedRows(result: unknown): unknown[] {
  if (Array.isArray(result)) return result;
  return (result as { rows?: unknown[] }).rows ?? [];
}
