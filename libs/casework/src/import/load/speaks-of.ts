import type { ParsedImport, RowNote, RowSource } from '../parsed-import';
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

/** Says once for each list that it tells of days after today; without the day the file speaks of they are kept. */
export function notesAhead({ episodes, meetings, visits }: ParsedImport, today: string): RowNote[] {
  const dated: { source: RowSource; day: string | null }[] = [
    ...episodes.flatMap(({ source, startedOn, endedOn }) => [{ source, day: startedOn }, { source, day: endedOn }]),
    ...meetings.map(({ source, heldOn }) => ({ source, day: heldOn })),
    ...visits.map(({ source, visitedOn }) => ({ source, day: visitedOn })),
  ];
  const ahead = dated.filter(({ day }) => day !== null && day > today).map(({ source }) => source);
  return [...Map.groupBy(ahead, ({ list }) => list)].map(([list, sources]) => {
    const rows = new Set(sources.map(({ row }) => row));
    const reason = `in this and ${rows.size - 1} other rows a date lies after today; it is kept, as the day the file speaks of was not given`;
    return { list, row: Math.min(...rows), column: null, severity: 'DOUBTED', reason };
  });
}

/** Says on which rows the worker was not taken, because a later file has told of another since. */
export function notesOlder({ steps }: AllocationPlan, episodes: readonly PlacedEpisode[]): RowNote[] {
  const older = new Set(steps.filter(({ step }) => step.kind === 'OLDER').map(({ told }) => told.reference));
  if (older.size === 0) return [];
  const meant = episodes.filter(({ reference, endedOn, workerId, teamId }) => older.has(reference) && endedOn === null && (workerId ?? teamId) !== null);
  const reason = 'an allocation that began after the day this file speaks of is held; that one is kept';
  return meant.map(({ source }) => ({ ...source, column: null, severity: 'DOUBTED', reason }));
}
