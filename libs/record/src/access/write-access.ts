import type { Transaction } from '../transaction';

/** One line of the access record: which rows of one kind were read or changed, or asked for and refused. */
export interface AccessRecord {
  operation: 'READ' | 'CHANGE' | 'REFUSED';
  /** The GraphQL type, for example 'Child'. */
  entityType: string;
  /** The rows' UUIDs. */
  ids: string[];
  /** The root field or the command. */
  action: string;
  /** A code, for example 'GIVEN'; never free text. */
  outcome: string;
}

const MOST_IDS = 1000;

/**
 * Appends to the access record in the same transaction. Who, when, the request and the purpose come from the
 * transaction's own settings by the columns' defaults; the application's login may not write them.
 */
export async function writeAccess(tx: Transaction, entries: readonly AccessRecord[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `insert into access_record (operation, entity_type, ids, action, outcome)
     select operation, "entityType", ids, action, outcome
     from json_to_recordset($1::text::json) as e (operation text, "entityType" text, ids uuid[], action text, outcome text)`,
    [JSON.stringify(entries.flatMap(inShortLines))],
  );
}

/** An import changes thousands of rows at once; a line of the record stays short enough to be sealed and handed on. */
function inShortLines(entry: AccessRecord): AccessRecord[] {
  const lines = Array.from({ length: Math.max(1, Math.ceil(entry.ids.length / MOST_IDS)) }, (_, index) => entry.ids.slice(index * MOST_IDS, (index + 1) * MOST_IDS));
  return lines.map((ids) => ({ ...entry, ids }));
}
