import type { CommandTransaction } from '@qaf/database';
import type { EventHandler } from '../build';

/** What casework tells when two records turn out to be one child's. */
export interface ChildMerged {
  keptId: string;
  mergedId: string;
}

/**
 * Moves what the tables hold about a merged child to the one that was kept, and remembers it for what comes late. Merges
 * that follow one another end at the same child in whichever order they are told. `assign` adds to what is set, as SQL.
 * In `places`, where copies say who works with a child, the merged one is with nobody from then on.
 */
export function childMerged(tables: readonly { table: string; assign?: string }[], places: readonly string[] = []): EventHandler {
  return async (tx, event) => {
    const { mergedId, keptId } = event.data as unknown as ChildMerged;
    const end = await endOf(tx, keptId);
    if (end === mergedId) return;
    await tx.query(
      `insert into child_merge (merged_id, kept_id, told_at) values ($1, $2, $3) on conflict (merged_id) do update set kept_id = excluded.kept_id, told_at = excluded.told_at`,
      [mergedId, end, event.occurredAt],
    );
    await tx.query('update child_merge set kept_id = $2 where kept_id = $1', [mergedId, end]);
    for (const { table, assign } of tables) await tx.query(`update ${table} set child_id = $2${assign ? `, ${assign}` : ''} where child_id = $1`, [mergedId, end]);
    for (const table of places) await tx.query(`update ${table} set worker_id = null, team_id = null, iro_id = null, told_at = $2 where child_id = $1`, [mergedId, event.occurredAt]);
  };
}

async function endOf(tx: CommandTransaction, keptId: string): Promise<string> {
  const [further] = await tx.query<{ keptId: string }>('select kept_id as "keptId" from child_merge where merged_id = $1', [keptId]);
  return further?.keptId ?? keptId;
}
