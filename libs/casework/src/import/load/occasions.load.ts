import type { CommandTransaction } from '@qaf/database';
import type { MeetingRow, VisitRow } from '../parsed-import';
import { SOURCE } from './source';
import { addMissing, changeDiffering, followAliases, type Merge, stage } from './staging';

/** Ids of the meetings or visits that were written. */
export interface WrittenOccasions {
  added: { id: string }[];
  changed: { id: string }[];
}

const same = `held.source = '${SOURCE}' and held.source_key = told.source_key`;
const kept = (...columns: string[]) => Object.fromEntries(columns.map((column) => [column, `coalesce(told.${column}, held.${column})`]));
const fresh = (...columns: string[]) => ({ source: `'${SOURCE}'`, ...Object.fromEntries(columns.map((column) => [column, `told.${column}`])) });
const child = { columns: 'child_id uuid', fill: 'select told.*, c.id from told join told_child c on c.reference = told.reference' };

const MEETINGS: Merge = {
  table: 'case_meeting',
  staged: 'told_meeting',
  same,
  merged: kept('stage', 'participation_code'),
  fresh: fresh('child_id', 'kind', 'stage', 'held_on', 'participation_code', 'source_key'),
};

const VISITS: Merge = {
  table: 'visit',
  staged: 'told_visit',
  same,
  merged: kept('told_seen', 'told_seen_alone'),
  fresh: fresh('child_id', 'kind', 'visited_on', 'told_seen', 'told_seen_alone', 'source_key'),
};

export async function writeMeetings(tx: CommandTransaction, meetings: readonly MeetingRow[]): Promise<WrittenOccasions> {
  const columns = { reference: 'text', kind: 'text', stage: 'text', held_on: 'date', participation_code: 'text', source_key: 'text' };
  const rows = meetings.map((one) => ({ reference: one.reference, kind: one.kind, stage: one.stage, held_on: one.heldOn, participation_code: one.participationCode, source_key: one.sourceKey }));
  await stage(tx, 'told_meeting', columns, rows, child);
  await followAliases(tx, 'told_meeting');
  return write(tx, MEETINGS);
}

export async function writeVisits(tx: CommandTransaction, visits: readonly VisitRow[]): Promise<WrittenOccasions> {
  const columns = { reference: 'text', kind: 'text', visited_on: 'date', told_seen: 'boolean', told_seen_alone: 'boolean', source_key: 'text' };
  const rows = visits.map((one) => ({ reference: one.reference, kind: one.kind, visited_on: one.visitedOn, told_seen: one.seen, told_seen_alone: one.seenAlone, source_key: one.sourceKey }));
  await stage(tx, 'told_visit', columns, rows, child);
  await followAliases(tx, 'told_visit');
  return write(tx, VISITS);
}

async function write(tx: CommandTransaction, merge: Merge): Promise<WrittenOccasions> {
  const changed = await changeDiffering<{ id: string }>(tx, merge, 'held.id');
  return { added: await addMissing<{ id: string }>(tx, merge, 'held.id'), changed };
}
