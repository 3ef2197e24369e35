/** Colleagues know one another's posts; so do the machines that load and listen. */
export const DIRECTORY = `(select viewer_worker()) is not null or (select viewer_holds('machine_import', 'machine_event', 'administrator'))`;

export const ORGANISERS = `(select viewer_holds('hr_officer', 'administrator', 'machine_import'))`;

export const PERSONNEL = `(select viewer_holds('hr_officer', 'machine_import'))`;

/** Who stands in a worker's direct line today: their manager, and the head of service above them. */
const MANAGES = (table: string): string => `${table}.worker_id = any(array(
    select l.worker_id from workforce.management_line l where l.manager_id = (select viewer_worker()) and l.valid_from <= current_date and (l.valid_to is null or l.valid_to > current_date)))
  or ((select viewer_holds('head_of_service')) and ${table}.worker_id = any((select viewer_workers())::uuid[]))`;

/** The person, HR, their manager and head of service. */
export const HR_PARTICULARS = (table: string): string => `${table}.worker_id = (select viewer_worker()) or ${PERSONNEL} or ${MANAGES(table)}`;

/** HR, the worker's manager and head of service: not the worker. */
export const KEEPS_PARTICULARS = (table: string): string => `${PERSONNEL} or ${MANAGES(table)}`;

/** What employment was read by before it was for these few. */
export const EMPLOYMENT_BEFORE = `worker_id = (select viewer_worker()) or worker_id = any((select viewer_workers())::uuid[]) or ${PERSONNEL}`;
