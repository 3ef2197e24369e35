import type { CommandTransaction } from '@qaf/database';
import type { MatchedNames, ResolvedName } from './match-names';

/** What people answered to earlier imports of the format. */
export function resolvedNames(tx: CommandTransaction, format: string): Promise<ResolvedName[]> {
  return tx.query(`select kind, name, resolved_id as "resolvedId" from unmatched_name where source = $1 and resolved_id is not null`, [format]);
}

/** Keeps the list of names without a match: counted anew, never doubled; a name that workforce has come to know is resolved by that. Answers what changed. */
export async function writeUnmatchedNames(tx: CommandTransaction, format: string, { unmatched, matched }: MatchedNames): Promise<{ id: string }[]> {
  const resolved = await tx.query<{ id: string }>(
    `with resolved as (update unmatched_name n set resolved_id = m.id, version = n.version + 1
     from json_to_recordset($2::text::json) as m (kind text, name text, id uuid)
     where n.source = $1 and n.kind = m.kind and n.name = m.name and n.resolved_id is null returning n.id)
     select id from resolved`,
    [format, JSON.stringify(matched)],
  );
  const counted = await tx.query<{ id: string }>(
    `insert into unmatched_name as n (source, kind, name, rows, first_list, first_row)
     select $1, u.kind, u.name, u.rows, u."firstList", u."firstRow"
     from json_to_recordset($2::text::json) as u (kind text, name text, rows int, "firstList" text, "firstRow" int)
     on conflict on constraint unmatched_name_once do update
       set rows = excluded.rows, first_list = excluded.first_list, first_row = excluded.first_row, version = n.version + 1
       where (n.rows, n.first_list, n.first_row) is distinct from (excluded.rows, excluded.first_list, excluded.first_row)
     returning n.id`,
    [format, JSON.stringify(unmatched)],
  );
  return [...resolved, ...counted];
}
