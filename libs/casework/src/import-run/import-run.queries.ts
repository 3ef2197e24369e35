import { listLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import type { ImportNote, ImportRun } from './import-run.type';

export const IMPORT_RUNS: ListDefinition<ImportRun> = {
  name: 'importRuns',
  columns: `r.id, r.format, r.started_at as "startedAt", r.finished_at as "finishedAt", r.added, r.changed, r.unchanged, r.left_out as "leftOut"`,
  from: 'import_run r',
  id: 'r.id',
  orders: { NEWEST: { terms: [{ sql: 'r.started_at', type: 'timestamptz' }], descending: true } },
};

export interface NoteOfRun extends ImportNote {
  runId: string;
}

/** Notes in the order of the file, a thousand at most for each run. */
export const notesOfRun = listLoader<NoteOfRun>('importNote.ofRun', (row) => row.runId, (unit, ids) =>
  unit.query(
    `select r.id as "runId", n.value ->> 'list' as list, (n.value ->> 'row')::int as "row", n.value ->> 'column' as "column", n.value ->> 'severity' as severity, n.value ->> 'reason' as reason
     from import_run r cross join lateral jsonb_array_elements(r.notes) with ordinality as n(value, place)
     where r.id = any($1::uuid[]) and n.place <= 1000 order by r.id, n.place`,
    [ids],
  ),
);
