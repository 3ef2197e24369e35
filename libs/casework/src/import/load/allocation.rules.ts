import type { EpisodeKind } from '../parsed-import';
import type { PlacedEpisode } from './match-names';

/** Who works with a child by the file, and since when; the start is null where the list has no dates. */
export interface ToldPlace {
  reference: string;
  workerId: string | null;
  teamId: string | null;
  startedOn: string | null;
}

/** The child's latest allocation to a worker, as held. Half-open: `validTo` is null while it lasts. */
export interface HeldAllocation {
  id: string;
  workerId: string | null;
  teamId: string | null;
  validFrom: string;
  validTo: string | null;
}

/**
 * What is to be done about a child's allocation. START begins one; MOVE ends the held one on a day and begins another;
 * CORRECT changes the held one where it stands; OLDER leaves what is held, because it is newer than the file.
 */
export type AllocationStep =
  | { kind: 'NONE' | 'OLDER' }
  | { kind: 'START'; from: string; workerId: string | null; teamId: string | null }
  | { kind: 'MOVE'; id: string; from: string; workerId: string | null; teamId: string | null }
  | { kind: 'CORRECT'; id: string; workerId: string | null; teamId: string | null };

/** Lists that say whether they are open, the closest to a court or a plan first. Enquiries have no end: they tell nobody's worker now. */
const OPEN_KINDS: readonly EpisodeKind[] = ['LAC', 'CP', 'CIN', 'ASSESSMENT', 'CARE_LEAVER', 'EARLY_HELP'];

/** One place for each child: that of an open row with a known worker, else a known team; then the closest list; then the latest start. */
export function toldPlaces(episodes: readonly PlacedEpisode[]): ToldPlace[] {
  const best = new Map<string, PlacedEpisode>();
  for (const episode of episodes) {
    const open = episode.endedOn === null && OPEN_KINDS.includes(episode.kind);
    if (!open || (episode.workerId === null && episode.teamId === null)) continue;
    const known = best.get(episode.reference);
    if (!known || precedes(episode, known)) best.set(episode.reference, episode);
  }
  return [...best.values()].map(({ reference, workerId, teamId, startedOn }) => ({ reference, workerId, teamId, startedOn }));
}

function precedes(one: PlacedEpisode, other: PlacedEpisode): boolean {
  if ((one.workerId === null) !== (other.workerId === null)) return one.workerId !== null;
  const rank = OPEN_KINDS.indexOf(one.kind) - OPEN_KINDS.indexOf(other.kind);
  if (rank !== 0) return rank < 0;
  const [start, otherStart] = [one.startedOn ?? '', other.startedOn ?? ''];
  return start === otherStart ? one.sourceKey < other.sourceKey : start > otherStart;
}

/** What a file that speaks of `day` does to the allocation held. A row that names no known worker never ends a known one's. */
export function allocationStep(told: ToldPlace, held: HeldAllocation | null, day: string): AllocationStep {
  const { workerId, teamId } = told;
  const from = told.startedOn ?? day;
  if (held === null) return { kind: 'START', from, workerId, teamId };
  if (held.validTo !== null) return day < held.validTo ? { kind: 'OLDER' } : { kind: 'START', from: from > held.validTo ? from : held.validTo, workerId, teamId };
  if (workerId === null && held.workerId !== null) return { kind: 'NONE' };
  const worker = workerId ?? held.workerId;
  const team = teamId ?? (worker === held.workerId || held.workerId === null ? held.teamId : null);
  if (worker === held.workerId && team === held.teamId) return { kind: 'NONE' };
  if (fills(held.workerId, worker) && fills(held.teamId, team)) return { kind: 'CORRECT', id: held.id, workerId: worker, teamId: team };
  if (day < held.validFrom) return { kind: 'OLDER' };
  return day === held.validFrom ? { kind: 'CORRECT', id: held.id, workerId: worker, teamId: team } : { kind: 'MOVE', id: held.id, from: day, workerId: worker, teamId: team };
}

/** Nothing known is taken back. */
function fills(held: string | null, told: string | null): boolean {
  return held === null || held === told;
}
