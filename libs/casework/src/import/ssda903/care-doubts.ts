import type { Gathered } from '../gathered';
import type { EpisodeRow, ParsedImport } from '../parsed-import';
import type { ReturnFileKind } from './return-files';

type ByChild = Map<string, EpisodeRow[]>;

/** The child's episodes in order of their start. */
function episodesByChild(episodes: readonly EpisodeRow[]): Map<string, EpisodeRow[]> {
  const byChild = new Map<string, EpisodeRow[]>();
  for (const episode of episodes) {
    const known = byChild.get(episode.reference);
    if (known) known.push(episode);
    else byChild.set(episode.reference, [episode]);
  }
  for (const list of byChild.values()) list.sort((a, b) => (a.startedOn ?? '').localeCompare(b.startedOn ?? ''));
  return byChild;
}

/** Episodes of care follow one another: each ends before or on the day the next begins. */
function doubtOverlaps(byChild: ByChild, gathered: Gathered): void {
  for (const episodes of byChild.values()) {
    let latestEnd = '';
    for (const { startedOn, endedOn, source } of episodes) {
      if (startedOn !== null && startedOn < latestEnd) {
        gathered.ledger.note(source, 'DECOM', 'DOUBTED', 'the episode begins before an earlier one has ended; both are kept');
      }
      const end = endedOn ?? '9999-12-31';
      if (end > latestEnd) latestEnd = end;
    }
  }
}

function doubtEarlyReviews(byChild: ByChild, gathered: Gathered): void {
  for (const { reference, heldOn, source } of gathered.meetings) {
    const first = byChild.get(reference)?.[0]?.startedOn ?? null;
    if (first === null || heldOn >= first) continue;
    gathered.ledger.note(source, 'REVIEW', 'DOUBTED', "the review lies before the child's first episode in these files; it is kept");
  }
}

function doubtChildrenWithoutEpisode({ children }: ParsedImport, byChild: ByChild, gathered: Gathered): void {
  for (const { reference, source } of children) {
    if (byChild.has(reference)) continue;
    gathered.ledger.note(source, null, 'DOUBTED', 'the child has no episode in these files; the child is kept');
  }
}

function noteChildrenWithoutHeader({ children }: ParsedImport, headers: Set<string>, gathered: Gathered): void {
  for (const { source } of children) {
    if (headers.has(source.list)) continue;
    gathered.ledger.note(source, 'CHILD', 'UNMATCHED', 'the header file has no such child; kept with what this file says');
  }
}

/** Notes what the files of one return disagree on. A file that was not given is not missed row by row. */
export function doubtCare(parsed: ParsedImport, given: Map<string, ReturnFileKind>, gathered: Gathered): void {
  const byChild = episodesByChild(gathered.episodes);
  const kinds = new Set(given.values());
  doubtOverlaps(byChild, gathered);
  doubtEarlyReviews(byChild, gathered);
  if (kinds.has('episodes')) doubtChildrenWithoutEpisode(parsed, byChild, gathered);
  const headers = new Set([...given].filter(([, kind]) => kind === 'header').map(([name]) => name));
  if (headers.size > 0) noteChildrenWithoutHeader(parsed, headers, gathered);
}
