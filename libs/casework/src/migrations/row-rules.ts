/**
 * Who stands behind the row rules of casework, as SQL. Frozen with the migrations that use it: a later rule is a later
 * migration. A role that is not named here meets no child's or worker's record, whatever their place in the line.
 */
export const CASEWORKERS = `(select viewer_holds('practitioner', 'senior_social_worker', 'iro', 'team_manager', 'service_manager', 'head_of_service',
  'director', 'principal_iro', 'compass_service_manager', 'early_help_service_manager', 'principal_social_worker', 'qpa_officer'))`;

/** Quality: they see every row. */
export const QUALITY = `(select viewer_holds('principal_social_worker', 'qpa_officer'))`;

export const MACHINES = `(select viewer_holds('machine_import', 'machine_event'))`;

export const IMPORT = `(select viewer_holds('machine_import'))`;

export const ME = `(select viewer_worker())`;

/** The line of management above the worker, as of now. */
export function chainOf(worker: string): string {
  return `${worker} = any((select viewer_workers())::uuid[])`;
}

/** Managers and seniors of the team, and who stands over it. */
export function leadersOf(team: string): string {
  return `${team} = any((select viewer_teams())::uuid[])`;
}
