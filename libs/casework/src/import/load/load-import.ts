import { randomUUID } from 'node:crypto';
import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import type { Subgraph } from '@qaf/graph';
import { machine } from '@qaf/identity';
import type { ParsedImport, RowNote } from '../parsed-import';
import { planAllocations, writeAllocations, type AllocationPlan } from './allocations.load';
import { stageChildren, writeChildren } from './children.load';
import { writeEpisodes } from './episodes.load';
import { publishImport } from './import-events';
import type { ImportReport, LoadOptions, Tally } from './import-report';
import { matchNames, type MatchedNames } from './match-names';
import type { NameMatches } from './name-directory';
import { writeMeetings, writeVisits } from './occasions.load';
import { notesAhead, notesOlder, speaksOf } from './speaks-of';
import { resolvedNames, writeUnmatchedNames } from './unmatched-names.load';

/**
 * Loads what a parser read: in one transaction, as the machine that imports, under the row rules. What is held already
 * stays untouched, what differs becomes a new version, and nothing known is overwritten by what a list does not say.
 * A failure keeps nothing; a check keeps nothing either and reports the same.
 */
export async function loadImport(casework: Pick<Subgraph, 'unit'>, parsed: ParsedImport, matches: NameMatches, options: LoadOptions): Promise<ImportReport> {
  const runId = randomUUID();
  const unit = casework.unit(machine('machine_import', runId), `import ${parsed.format}`);
  try {
    return await unit.command(async (tx) => {
      const report = await load(tx, parsed, matches, options, runId);
      if (options.check) throw new Checked(report);
      return report;
    });
  } catch (error) {
    if (error instanceof Checked) return { ...error.report, runId: null };
    throw error;
  }
}

/** Undoes a check's transaction and carries out its report. */
class Checked extends Error {
  constructor(readonly report: ImportReport) {
    super('Only a check.');
  }
}

async function load(tx: CommandTransaction, parsed: ParsedImport, matches: NameMatches, options: LoadOptions, runId: string): Promise<ImportReport> {
  await alone(tx);
  const today = todayInLondon(options.now);
  const day = options.asAt ?? speaksOf(parsed, today);
  const names = matchNames(parsed, matches, await resolvedNames(tx, parsed.format));
  await stageChildren(tx, parsed.children);
  const plan = await planAllocations(tx, names.episodes, day);
  const written = await write(tx, parsed, plan);
  const namesWritten = await writeUnmatchedNames(tx, parsed.format, names);
  const events = await publishImport(tx, written.happened, day);
  record(tx, { ...written.ids, UnmatchedName: namesWritten.map(({ id }) => id) });
  const ahead = options.asAt === undefined ? notesAhead(parsed, today) : [];
  const notes = [...parsed.notes, ...names.notes, ...notesOlder(plan, names.episodes), ...ahead];
  const report = { runId, format: parsed.format, speaksOf: day, lists: parsed.counts, tallies: written.tallies, unmatchedNames: countNames(names), notes, events };
  await writeRun(tx, report, options);
  return report;
}

/** Two imports at once would compare with what the other is changing. An import may take longer than a request. */
async function alone(tx: CommandTransaction): Promise<void> {
  await tx.query(`select set_config('lock_timeout', '60s', true), set_config('statement_timeout', '300s', true), set_config('idle_in_transaction_session_timeout', '300s', true)`);
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('casework.import', 0))`);
}

async function write(tx: CommandTransaction, parsed: ParsedImport, plan: AllocationPlan) {
  const children = await writeChildren(tx, plan.places);
  const allocations = await writeAllocations(tx, plan);
  const episodes = await writeEpisodes(tx, parsed.episodes);
  const meetings = await writeMeetings(tx, parsed.meetings);
  const visits = await writeVisits(tx, parsed.visits);
  const ids = (one: { added: { id: string }[]; changed: { id: string }[] }) => [...one.added, ...one.changed].map(({ id }) => id);
  const placedChildren = [...children.added, ...children.changed].filter(({ placed }) => placed).map(({ id }) => id);
  return {
    happened: { placedChildren, meetings: ids(meetings), visits: ids(visits), endedPlans: episodes.ended },
    ids: { Child: ids(children), ChildAllocation: [...allocations.added, ...allocations.changed], Episode: ids(episodes), CaseMeeting: ids(meetings), Visit: ids(visits) },
    tallies: {
      children: tally(parsed.children.length, children),
      episodes: tally(parsed.episodes.length, episodes),
      meetings: tally(parsed.meetings.length, meetings),
      visits: tally(parsed.visits.length, visits),
      allocations: tallyOfSteps(plan),
    },
  };
}

function tally(told: number, { added, changed }: { added: unknown[]; changed: unknown[] }): Tally {
  return { added: added.length, changed: changed.length, unchanged: told - added.length - changed.length };
}

/** A move is one change, though it ends one allocation and begins another. */
function tallyOfSteps({ steps }: AllocationPlan): Tally {
  const added = steps.filter(({ step }) => step.kind === 'START');
  const changed = steps.filter(({ step }) => step.kind === 'MOVE' || step.kind === 'CORRECT');
  return tally(steps.length, { added, changed });
}

function countNames({ unmatched }: MatchedNames): ImportReport['unmatchedNames'] {
  const workers = unmatched.filter(({ kind }) => kind === 'WORKER').length;
  return { workers, teams: unmatched.length - workers };
}

/** Every changed record of a child is on the access record. */
function record(tx: CommandTransaction, ids: Record<string, string[]>): void {
  for (const [entity, changed] of Object.entries(ids)) if (changed.length > 0) tx.changed(entity, changed, 'import');
}

/** The printed report has every note; so many are kept. */
const MOST_NOTES = 20_000;

async function writeRun(tx: CommandTransaction, { runId, format, lists, tallies, notes }: ImportReport, { fileHash, now }: LoadOptions): Promise<void> {
  const sum = (part: keyof Tally) => Object.values(tallies).reduce((total, one) => total + one[part], 0);
  const leftOut = lists.reduce((total, list) => total + list.leftOut, 0);
  const kept: RowNote[] = notes.slice(0, MOST_NOTES);
  await tx.query(
    `insert into import_run (id, format, file_hash, started_at, finished_at, added, changed, unchanged, left_out, notes)
     values ($1, $2, $3, $4, greatest(clock_timestamp(), $4), $5, $6, $7, $8, $9::text::jsonb)`,
    [runId, format, fileHash, now, sum('added'), sum('changed'), sum('unchanged'), leftOut, JSON.stringify(kept)],
  );
}
