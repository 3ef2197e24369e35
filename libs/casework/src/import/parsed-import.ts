/** Where a row stands: the sheet or file, and the row as a person counts it in Excel (the heading row is usually 1). */
export interface RowSource {
  list: string;
  row: number;
}

/**
 * LEFT_OUT: the whole row was left out; each such row has exactly one of these.
 * REPAIRED: the row is kept, one of its parts was read by a rule or left out.
 * UNMATCHED: a value or list stands for nothing the platform knows.
 * DOUBTED: kept as written, but it disagrees with another fact in the file.
 */
export type NoteSeverity = 'LEFT_OUT' | 'REPAIRED' | 'UNMATCHED' | 'DOUBTED';

/** One thing a data officer should know about a row. The reason never repeats a value from the file. */
export interface RowNote extends RowSource {
  column: string | null;
  severity: NoteSeverity;
  reason: string;
}

/** What is known about one child, settled over every row of the file. `source` is the first row that names the child. */
export interface ChildRow {
  reference: string;
  birthYear: number | null;
  /** 1 to 12. */
  birthMonth: number | null;
  /** `YYYY-MM`, for an unborn child only; year and month of birth are then null. */
  expectedBirthMonth: string | null;
  /** M, F, N (neither) or U (not stated); null when the file says nothing. */
  gender: string | null;
  /** The national ethnicity code, such as WBRI. */
  ethnicity: string | null;
  disabled: boolean | null;
  /** Neither format has a first language or a religion: always null here. */
  language: string | null;
  religion: string | null;
  source: RowSource;
}

export type EpisodeKind =
  | 'CONTACT'
  | 'EARLY_HELP'
  | 'REFERRAL'
  | 'ASSESSMENT'
  | 'SECTION_47'
  | 'CIN'
  | 'CP'
  | 'LAC'
  | 'CARE_LEAVER'
  | 'ADOPTION';

export interface EpisodeRow {
  reference: string;
  kind: EpisodeKind;
  /** The same in every file that tells of this episode. */
  sourceKey: string;
  /** `YYYY-MM-DD`; null only for CARE_LEAVER, whose list has no dates. */
  startedOn: string | null;
  /** `YYYY-MM-DD`; the day itself for CONTACT and REFERRAL; null when open, or when the list has no end (SECTION_47, CARE_LEAVER). */
  endedOn: string | null;
  /** Codes from closed vocabularies only, by detail name. */
  details: Record<string, string>;
  /** Normalised for matching (see `normaliseName`); null when the row has none. */
  workerName: string | null;
  teamName: string | null;
  source: RowSource;
}

export interface MeetingRow {
  reference: string;
  kind: 'LAC_REVIEW' | 'CP_CONFERENCE';
  /** INITIAL or REVIEW where the list says which. */
  stage: 'INITIAL' | 'REVIEW' | null;
  heldOn: string;
  /** PN0 to PN7, from the looked-after return only. */
  participationCode: string | null;
  sourceKey: string;
  source: RowSource;
}

export interface VisitRow {
  reference: string;
  kind: 'CIN' | 'CP' | 'LAC';
  visitedOn: string;
  /** Null when the list does not say. */
  seen: boolean | null;
  seenAlone: boolean | null;
  sourceKey: string;
  source: RowSource;
}

/** Data rows of one list: read = kept + leftOut. Empty rows and headings are not data rows. */
export interface ListCount {
  list: string;
  read: number;
  kept: number;
  leftOut: number;
}

export interface ParsedImport {
  format: 'annex-a' | 'ssda903';
  children: ChildRow[];
  episodes: EpisodeRow[];
  meetings: MeetingRow[];
  visits: VisitRow[];
  notes: RowNote[];
  counts: ListCount[];
}

export interface ParseOptions {
  /** The day the file speaks of, `YYYY-MM-DD`. Then nothing may lie after it. Without it the newest dated event of the file stands in, and only to tell an unborn child. */
  asAt?: string;
}
