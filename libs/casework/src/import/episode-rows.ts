import { observeChild, readFlag, readRowReference } from './child-columns';
import type { Vocabulary } from './codes';
import type { Gathered } from './gathered';
import type { EpisodeKind, EpisodeRow, MeetingRow, VisitRow } from './parsed-import';
import type { RowReader } from './row-reader';

/** How a list's row becomes an episode. Column names are those of the list's own definition. */
export interface EpisodeReading {
  kind: EpisodeKind;
  /** Leads the source key: the same in every format that tells of the same episodes. */
  keyName: string;
  /** Null for a list without dates. */
  start: string | null;
  /** The first filled of these; 'start' for an event of one day; null for a list without an end. */
  end: readonly string[] | 'start' | null;
  details: readonly { name: string; column: string; vocabulary: Vocabulary }[];
  /** Details every row has. */
  constants?: Readonly<Record<string, string>>;
  /** Details that tell two episodes of one day apart. */
  keyDetails?: readonly string[];
  visits?: readonly { kind: VisitRow['kind']; column: string; alone?: string; seen?: true }[];
  meetings?: readonly { kind: MeetingRow['kind']; stage: MeetingRow['stage']; column: string }[];
  rank: number;
}

interface Span {
  startedOn: string | null;
  endedOn: string | null;
}

/** The start, or undefined after leaving the row out. */
function readStart(reading: EpisodeReading, row: RowReader, asAt: string | null): string | null | undefined {
  if (reading.start === null) return null;
  const { date, fault } = row.date(reading.start);
  const later = date !== null && asAt !== null && date > asAt ? 'the date lies after the day the file speaks of' : null;
  const problem = fault ?? later ?? (date === null ? 'there is no date to place it by' : null);
  if (problem === null) return date;
  row.leaveOut(reading.start, problem);
  return undefined;
}

/** The end, or undefined after leaving the row out: an ended episode whose end cannot be read must not look open. */
function readEnd(columns: readonly string[], row: RowReader, startedOn: string | null, asAt: string | null): string | null | undefined {
  for (const column of columns) {
    const { date, fault } = row.date(column);
    if (date === null && fault === null) continue;
    const early = date !== null && startedOn !== null && date < startedOn ? 'the end lies before the start' : null;
    const problem = fault === null ? early : `it has ended, but ${fault}`;
    if (problem !== null) {
      row.leaveOut(column, problem);
      return undefined;
    }
    if (date === null || asAt === null || date <= asAt) return date;
    row.repaired(column, 'the end lies after the day the file speaks of; it is kept as open');
    return null;
  }
  return null;
}

function readSpan(reading: EpisodeReading, row: RowReader, asAt: string | null): Span | undefined {
  const startedOn = readStart(reading, row, asAt);
  if (startedOn === undefined) return undefined;
  if (reading.end === 'start') return { startedOn, endedOn: startedOn };
  const endedOn = readEnd(reading.end ?? [], row, startedOn, asAt);
  return endedOn === undefined ? undefined : { startedOn, endedOn };
}

function readDetails(reading: EpisodeReading, row: RowReader): Record<string, string> {
  const details: Record<string, string> = { ...reading.constants };
  for (const { name, column, vocabulary } of reading.details) {
    const code = row.code(column, vocabulary);
    if (code !== null) details[name] = code;
  }
  return details;
}

/** The date of a visit or meeting beside an episode, or null after a note. */
function besideDate(row: RowReader, column: string, asAt: string | null): string | null {
  const { date, fault } = row.date(column);
  const later = date !== null && asAt !== null && date > asAt ? 'the date lies after the day the file speaks of' : null;
  const problem = fault ?? later;
  if (problem === null) return date;
  row.repaired(column, `${problem}; only this date is left out`);
  return null;
}

function addVisits(reading: EpisodeReading, row: RowReader, episode: EpisodeRow, gathered: Gathered): void {
  const { reference, startedOn, endedOn, source } = episode;
  for (const { kind, column, alone, seen } of reading.visits ?? []) {
    const visitedOn = besideDate(row, column, gathered.asAt);
    if (visitedOn === null) continue;
    if (endedOn !== null && visitedOn > endedOn) {
      row.repaired(column, 'the visit lies after the end and belongs to no episode here; only the visit is left out');
      continue;
    }
    if (startedOn !== null && visitedOn < startedOn) row.doubted(column, 'the visit lies before the start; it is kept');
    const seenAlone = alone === undefined ? null : readFlag(row, alone);
    const sourceKey = `VISIT|${kind}|${reference}|${visitedOn}`;
    gathered.addVisit({ reference, kind, visitedOn, seen: seen || seenAlone ? true : null, seenAlone, sourceKey, source }, row, column);
  }
}

function addMeetings(reading: EpisodeReading, row: RowReader, episode: EpisodeRow, gathered: Gathered): void {
  const { reference, startedOn, endedOn, source } = episode;
  for (const { kind, stage, column } of reading.meetings ?? []) {
    const heldOn = besideDate(row, column, gathered.asAt);
    if (heldOn === null) continue;
    if (endedOn !== null && heldOn > endedOn) row.doubted(column, 'the meeting lies after the end; it is kept');
    if (startedOn !== null && heldOn < startedOn) row.doubted(column, 'the meeting lies before the start; it is kept');
    const sourceKey = `${kind}|${reference}|${heldOn}`;
    gathered.addMeeting({ reference, kind, stage, heldOn, participationCode: null, sourceKey, source }, row);
  }
}

/** Reads one row: its child, its episode, and the visits and meetings beside it; or leaves it out with a reason. */
export function readEpisodeRow(reading: EpisodeReading, row: RowReader, gathered: Gathered): void {
  const reference = readRowReference(row);
  if (reference === null) return;
  gathered.children.observe(observeChild(row, reference, reading.rank));
  const span = readSpan(reading, row, gathered.asAt);
  if (span === undefined) return;
  const details = readDetails(reading, row);
  const apart = (reading.keyDetails ?? []).map((name) => details[name] ?? '');
  const sourceKey = [reading.keyName, reference, ...(span.startedOn === null ? [] : [span.startedOn]), ...apart].join('|');
  if (!gathered.claim(sourceKey, row)) return;
  const workerName = row.name('worker');
  const teamName = row.name('team');
  const episode: EpisodeRow = { reference, kind: reading.kind, sourceKey, ...span, details, workerName, teamName, source: row.source };
  gathered.episodes.push(episode);
  addVisits(reading, row, episode, gathered);
  addMeetings(reading, row, episode, gathered);
}
