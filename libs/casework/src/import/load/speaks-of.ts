import type { ParsedImport, RowNote } from '../parsed-import';
import type { AllocationPlan } from './allocations.load';
import type { PlacedEpisode } from './match-names';

/** The newest day that the file tells of, `today` at most; today for a file that tells of none. */
export function speaksOf({ episodes, meetings, visits }: ParsedImport, today: string): string {
  let newest = '';
  const meet = (day: string | null): void => {
    if (day !== null && day > newest) newest = day;
  };
  for (const { startedOn, endedOn } of episodes) [startedOn, endedOn].forEach(meet);
  for (const { heldOn } of meetings) meet(heldOn);
  for (const { visitedOn } of visits) meet(visitedOn);
  return newest === '' || newest > today ? today : newest;
}

/** Says on which rows the worker was not taken, because a later file has told of another since. */
export function notesOlder({ steps }: AllocationPlan, episodes: readonly PlacedEpisode[]): RowNote[] {
  const older = new Set(steps.filter(({ step }) => step.kind === 'OLDER').map(({ told }) => told.reference));
  if (older.size === 0) return [];
  const meant = episodes.filter(({ reference, endedOn, workerId, teamId }) => older.has(reference) && endedOn === null && (workerId ?? teamId) !== null);
  const reason = 'an allocation that began after the day this file speaks of is held; that one is kept';
  return meant.map(({ source }) => ({ ...source, column: null, severity: 'DOUBTED', reason }));
}
