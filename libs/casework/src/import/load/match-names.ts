import { earlyHelp } from '../annex-a/front-door.lists';
import { teamAndWorker } from '../annex-a/list-definition';
import type { EpisodeRow, ParsedImport, RowNote } from '../parsed-import';
import type { NameMatches } from './name-directory';

export type NameKind = 'WORKER' | 'TEAM';

/** An answer that a person gave to an earlier import of the format. */
export interface ResolvedName {
  kind: NameKind;
  name: string;
  resolvedId: string;
}

/** A name that stands for nobody, and where it was met. */
export interface UnmatchedName {
  kind: NameKind;
  name: string;
  rows: number;
  firstList: string;
  firstRow: number;
}

/** An episode with whoever its names stand for. */
export interface PlacedEpisode extends EpisodeRow {
  workerId: string | null;
  teamId: string | null;
}

export interface MatchedNames {
  episodes: PlacedEpisode[];
  unmatched: UnmatchedName[];
  /** Names that stand for somebody now, by kind. */
  matched: { kind: NameKind; name: string; id: string }[];
  notes: RowNote[];
}

/** The longest name that is kept. */
const LONGEST = 200;

/** Says whom each name in the file stands for: by a person's answer first, then by the directory of names. */
export function matchNames(parsed: ParsedImport, matches: NameMatches, resolved: readonly ResolvedName[]): MatchedNames {
  const matching = new Matching(parsed, matches, resolved);
  const episodes = parsed.episodes.map((episode) => ({
    ...episode,
    workerId: matching.match('WORKER', episode.workerName, episode),
    teamId: matching.match('TEAM', episode.teamName, episode),
  }));
  return { episodes, unmatched: [...matching.unmatched.values()], matched: [...matching.matched.values()], notes: matching.notes };
}

class Matching {
  readonly unmatched = new Map<string, UnmatchedName>();
  readonly matched = new Map<string, { kind: NameKind; name: string; id: string }>();
  readonly notes: RowNote[] = [];
  private readonly answers: Map<string, string>;
  private readonly position: Map<string, number>;

  constructor(
    parsed: ParsedImport,
    private readonly matches: NameMatches,
    resolved: readonly ResolvedName[],
  ) {
    this.answers = new Map(resolved.map(({ kind, name, resolvedId }) => [`${kind} ${name}`, resolvedId]));
    this.position = new Map(parsed.counts.map(({ list }, index) => [list, index]));
  }

  match(kind: NameKind, whole: string | null, episode: EpisodeRow): string | null {
    if (whole === null) return null;
    const name = [...whole].slice(0, LONGEST).join('');
    const key = `${kind} ${name}`;
    const borne = (kind === 'WORKER' ? this.matches.workers : this.matches.teams).get(whole);
    const id = this.answers.get(key) ?? borne ?? null;
    if (id !== null) this.matched.set(key, { kind, name, id });
    else this.miss(key, kind, name, borne === null, episode);
    return id;
  }

  private miss(key: string, kind: NameKind, name: string, several: boolean, { kind: episodeKind, source }: EpisodeRow): void {
    const what = kind === 'WORKER' ? 'worker' : 'team';
    const reason = several ? `more than one ${what} has this name` : `no ${what} has this name`;
    const column = kind === 'WORKER' ? teamAndWorker.worker.title : episodeKind === 'EARLY_HELP' ? earlyHelp.columns['team']?.title : teamAndWorker.team.title;
    this.notes.push({ ...source, column: column ?? null, severity: 'UNMATCHED', reason: `${reason}; the row is kept without its ${what}` });
    const known = this.unmatched.get(key);
    if (!known) this.unmatched.set(key, { kind, name, rows: 1, firstList: source.list, firstRow: source.row });
    else {
      known.rows += 1;
      if (this.before(source, known)) Object.assign(known, { firstList: source.list, firstRow: source.row });
    }
  }

  private before(source: { list: string; row: number }, known: UnmatchedName): boolean {
    const [list, first] = [source.list, known.firstList].map((name) => this.position.get(name) ?? -1) as [number, number];
    return list < first || (list === first && source.row < known.firstRow);
  }
}
