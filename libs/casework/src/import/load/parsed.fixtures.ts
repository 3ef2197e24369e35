import { randomUUID } from 'node:crypto';
import type { Casework } from '../../casework.fixtures';
import type { ChildRow, EpisodeRow, MeetingRow, ParsedImport, VisitRow } from '../parsed-import';
import type { ImportReport, LoadOptions } from './import-report';
import { loadImport } from './load-import';
import { nameDirectory, type NameMatches } from './name-directory';

export const NOW = new Date('2021-06-01T09:00:00Z');
const source = { list: 'List 7', row: 2 };

export function childRow(reference: string, more: Partial<ChildRow> = {}): ChildRow {
  return { reference, birthYear: 2012, birthMonth: 4, expectedBirthMonth: null, gender: 'F', ethnicity: 'WBRI', disabled: null, language: null, religion: null, source, ...more };
}

/** An open child protection plan, unless told otherwise. */
export function episodeRow(reference: string, more: Partial<EpisodeRow> = {}): EpisodeRow {
  const startedOn = more.startedOn === undefined ? '2021-01-11' : more.startedOn;
  const kind = more.kind ?? 'CP';
  return { reference, kind, sourceKey: `${kind}|${reference}|${startedOn}`, startedOn, endedOn: null, details: {}, workerName: null, teamName: null, source, ...more };
}

export function visitRow(reference: string, visitedOn: string, more: Partial<VisitRow> = {}): VisitRow {
  return { reference, kind: 'CP', visitedOn, seen: null, seenAlone: null, sourceKey: `VISIT|CP|${reference}|${visitedOn}`, source, ...more };
}

export function reviewRow(reference: string, heldOn: string, more: Partial<MeetingRow> = {}): MeetingRow {
  return { reference, kind: 'LAC_REVIEW', stage: null, heldOn, participationCode: null, sourceKey: `LAC_REVIEW|${reference}|${heldOn}`, source, ...more };
}

/** What a parser answers for a file of these rows. */
export function parsed(parts: Partial<ParsedImport>): ParsedImport {
  const rows = parts.episodes?.length ?? 0;
  return { format: 'annex-a', children: [], episodes: [], meetings: [], visits: [], notes: [], counts: [{ list: 'List 7', read: rows, kept: rows, leftOut: 0 }], ...parts };
}

/** Two workers and two teams that files know by name; and a name that two workers bear. */
export const PEOPLE = { ada: randomUUID(), ben: randomUUID(), north: randomUUID(), south: randomUUID() };
export const MATCHES: NameMatches = {
  workers: nameDirectory([{ id: PEOPLE.ada, name: 'Ada Fixture' }, { id: PEOPLE.ben, name: 'Ben Fixture' }, { id: randomUUID(), name: 'Jo Twice' }, { id: randomUUID(), name: 'Jo  Twice' }]),
  teams: nameDirectory([{ id: PEOPLE.north, name: 'North Team' }, { id: PEOPLE.south, name: 'South Team' }]),
};

export function load(casework: Casework, parts: Partial<ParsedImport>, more: Partial<LoadOptions> = {}, matches = MATCHES): Promise<ImportReport> {
  return loadImport(casework.subgraph, parsed(parts), matches, { fileHash: 'a'.repeat(64), now: NOW, ...more });
}

const TABLES = ['child', 'child_allocation', 'episode', 'case_meeting', 'visit', 'unmatched_name'];

/** Every row with its version, every line of history and every event: what a second run must leave as it is. */
export async function everything(casework: Casework): Promise<Record<string, unknown[]>> {
  const state: Record<string, unknown[]> = {};
  for (const table of TABLES.flatMap((name) => [name, `${name}_history`])) {
    state[table] = await casework.behind(`select to_jsonb(t) as row from casework.${table} t order by to_jsonb(t)::text`);
  }
  state['events'] = await events(casework);
  return state;
}

/** What was published since the database was made, in order. Answers may be anything. */
export function events(casework: Casework, type = '%'): Promise<{ type: string; subject: string; data: Record<string, Record<string, unknown>[]> & Record<string, unknown> }[]> {
  return casework.behind('select type, subject, data from casework_queue.outgoing where type like $1 order by sequence', [type]) as never;
}
