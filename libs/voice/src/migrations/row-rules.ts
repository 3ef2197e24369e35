export const SCHEMA = 'voice';

/** Staff; steering members of the feedback project, who read questionnaires; and the machines. */
export const READS_QUESTIONNAIRES = `(select viewer_worker()) is not null or (select viewer_holds('impact_member', 'machine_import', 'machine_event'))`;

/** Who writes and publishes questionnaires. The import seeds them. */
export const WRITES_QUESTIONNAIRES = `(select viewer_holds('qpa_officer', 'principal_social_worker', 'machine_import'))`;

/** The versions that a valid one-time token has opened in this transaction; empty without one. */
export const OPENED = `string_to_array(nullif(current_setting('voice.opened', true), ''), ',')::uuid[]`;

/** Columns that every row about a child carries: who works with the child now, kept by events. */
export const PLACE_COLUMNS = `
  worker_id uuid,
  team_id uuid,
  iro_id uuid`;

/** The child's worker and reviewing officer. */
export const WORKS_WITH_CHILD = `worker_id = (select viewer_worker()) or iro_id = (select viewer_worker())`;

/** The managers and seniors of the child's team, and the line above the worker. */
export const STANDS_OVER = `team_id = any((select viewer_teams())::uuid[]) or worker_id = any((select viewer_workers())::uuid[])`;

/** Who sees what is kept about a child: the same people who see the child itself. */
export const SEES_CHILD = `${WORKS_WITH_CHILD} or ${STANDS_OVER}
  or (select viewer_holds('principal_iro', 'principal_social_worker', 'qpa_officer', 'machine_event', 'machine_import'))`;

/** An index for each column that a row rule or a parent asks by. */
export function placeIndexes(table: string): string[] {
  return ['child_id', 'worker_id', 'team_id', 'iro_id'].map((column) => `create index ${table}_of_${column.slice(0, -3)} on ${SCHEMA}.${table} (${column})`);
}
