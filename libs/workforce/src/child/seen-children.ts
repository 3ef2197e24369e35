import type { CommandTransaction } from '@qaf/database';

/** Which of these children the viewer may see, as far as casework has told: one of whom nothing was told is not among them. */
export async function seenChildren(tx: CommandTransaction, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>('select child_id as id from child_place where child_id = any($1::uuid[])', [ids]);
  return new Set(rows.map(({ id }) => id));
}
