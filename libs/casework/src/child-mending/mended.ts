import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, uuidOf } from '@qaf/graph';

/** A child's record that a command mends, held until the command ends. */
export interface Mended {
  id: string;
  caseReference: string;
  version: number;
}

/** Opens these children's records to the row rules of mending and holds them, in the order given. One that the viewer does not see is not found. */
export async function toMend(tx: CommandTransaction, ids: readonly { path: string; id: string }[]): Promise<Mended[]> {
  const uuids = ids.map(({ id }) => uuidOf('Child', id));
  await tx.query(`select set_config('casework.mending', $1, true)`, [`{${uuids.filter((id) => id !== null).join(',')}}`]);
  const rows = await tx.query<Mended & { mergedInto: string | null }>(
    `select id, case_reference as "caseReference", version, merged_into as "mergedInto" from child where id = any($1::uuid[]) order by id for update`,
    [uuids.filter((id) => id !== null)],
  );
  return ids.map(({ path }, index) => {
    const row = rows.find(({ id, mergedInto }) => id === uuids[index] && mergedInto === null);
    if (!row) throw notFound([path], 'child');
    return row;
  });
}

/** Keeps who mended what and why. `now` is the moment of the command. */
export async function keepReason(tx: CommandTransaction, kind: 'REFERENCE_CORRECTED' | 'MERGED', { childId, mergedId, reason }: { childId: string; mergedId: string | null; reason: string }, now: Date): Promise<void> {
  if (reason.trim() === '') throw inputInvalid(['reason'], 'Say why.');
  await tx.query(
    'insert into child_mending_reason (child_id, merged_id, kind, decided_at, by_id, reason) values ($1, $2, $3, $4, $5, $6)',
    [childId, mergedId, kind, now.toISOString(), tx.viewer.personId, reason],
  );
}

const KEYED = ['episode', 'case_meeting', 'visit'];

/** Imports know what they brought by keys with the reference in them: those of a child go over to another reference, where none is there yet. */
export async function rekey(tx: CommandTransaction, childId: string, from: string, to: string): Promise<void> {
  const renamed = `array_to_string(array_replace(string_to_array(t.source_key, '|'), $2, $3), '|')`;
  for (const table of KEYED) {
    await tx.query(
      `update ${table} t set source_key = ${renamed}, version = version + 1 where t.child_id = $1 and $2 = any(string_to_array(t.source_key, '|'))
         and not exists (select from ${table} o where o.source = t.source and o.source_key = ${renamed})`,
      [childId, from, to],
    );
  }
}
