import type { Unit } from '@qaf/database';

/** A worker or team as it is called, for matching the names in a file. */
export interface BearerOfName {
  id: string;
  name: string;
}

/** Every worker with the name they are shown by, those who left too: a file may be older than today. For an import. */
export function workerNames(unit: Unit): Promise<BearerOfName[]> {
  return unit.query('select id, display_name as name from worker order by id');
}

/** Every team with its name, those that ended too. For an import. */
export function teamNames(unit: Unit): Promise<BearerOfName[]> {
  return unit.query('select id, name from team order by id');
}
