import { randomUUID } from 'node:crypto';
import type { CommandTransaction } from '@qaf/database';
import type { Subgraph } from '@qaf/graph';
import { machine } from '@qaf/identity';
import type { ParsedReturn, ReturnWorker } from './parse-return';
import { ITEMS } from './return-items';

/** What became of the file. */
export interface ReturnReport {
  year: number;
  referenceDate: string;
  workers: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Workers of the file who are known here by their registration number. */
  matched: number;
  /** Workers of an earlier file of the year whom this one does not name: kept as they were. */
  notInFile: number;
  incomplete: Pick<ReturnWorker, 'place' | 'key' | 'missing' | 'doubtful'>[];
  repeated: number[];
}

/**
 * Keeps a return: in one transaction, as the machine that imports. A worker is known again by their registration number;
 * the same file again changes nothing. With `check` everything is tried and nothing kept.
 */
export async function loadReturn(workforce: Pick<Subgraph, 'unit'>, parsed: ParsedReturn, { check = false }: { check?: boolean } = {}): Promise<ReturnReport> {
  const unit = workforce.unit(machine('machine_import', randomUUID()), 'import csww');
  try {
    return await unit.command(async (tx) => {
      const report = await load(tx, parsed);
      if (check) throw new Checked(report);
      return report;
    });
  } catch (error) {
    if (error instanceof Checked) return error.report;
    throw error;
  }
}

/** Undoes a check's transaction and carries out its report. */
class Checked extends Error {
  constructor(readonly report: ReturnReport) {
    super('Only a check.');
  }
}

async function load(tx: CommandTransaction, parsed: ParsedReturn): Promise<ReturnReport> {
  await tx.query(`select set_config('lock_timeout', '60s', true), set_config('statement_timeout', '300s', true), pg_advisory_xact_lock(hashtextextended('workforce.return', 0))`);
  const returnId = await keepHeader(tx, parsed);
  const written = await keepLines(tx, returnId, parsed.workers);
  const [counts] = await tx.query<{ matched: number; notInFile: number }>(
    `select count(*) filter (where l.worker_id is not null and l.line_key = any($2::text[]))::int as matched, count(*) filter (where l.line_key <> all($2::text[]))::int as "notInFile" from workforce_return_line l where l.return_id = $1`,
    [returnId, parsed.workers.map(({ key }) => key)],
  );
  if (written.length > 0) tx.changed('WorkforceReturnLine', written.map(({ id }) => id), 'import');
  const added = written.filter((row) => row.added).length;
  const incomplete = parsed.workers.filter(({ missing, doubtful }) => missing.length + doubtful.length > 0);
  const { year, referenceDate, workers, repeated } = parsed;
  return { year, referenceDate, workers: workers.length, added, changed: written.length - added, unchanged: workers.length - written.length, matched: counts?.matched ?? 0, notInFile: counts?.notInFile ?? 0, incomplete, repeated };
}

async function keepHeader(tx: CommandTransaction, parsed: ParsedReturn): Promise<string> {
  const values = [parsed.authority, parsed.year, parsed.referenceDate, parsed.vacancyFteThousandths, parsed.agencyFteThousandths, parsed.agencyHeadcount];
  await tx.query(
    `insert into workforce_return as r (authority, year, reference_date, vacancy_fte_thousandths, agency_fte_thousandths, agency_headcount) values ($1, $2, $3, $4, $5, $6)
     on conflict (authority, year) do update set reference_date = excluded.reference_date, vacancy_fte_thousandths = excluded.vacancy_fte_thousandths,
       agency_fte_thousandths = excluded.agency_fte_thousandths, agency_headcount = excluded.agency_headcount, version = r.version + 1
     where (r.reference_date, r.vacancy_fte_thousandths, r.agency_fte_thousandths, r.agency_headcount)
       is distinct from (excluded.reference_date, excluded.vacancy_fte_thousandths, excluded.agency_fte_thousandths, excluded.agency_headcount)`,
    values,
  );
  const [kept] = await tx.query<{ id: string }>('select id from workforce_return where authority = $1 and year = $2', [parsed.authority, parsed.year]);
  return (kept as { id: string }).id;
}

const COLUMNS = [...ITEMS.map(({ column }) => column), 'place', 'missing', 'doubtful', 'worker_id'];

/** Adds and changes the lines that differ from what is kept; answers those alone. */
async function keepLines(tx: CommandTransaction, returnId: string, workers: readonly ReturnWorker[]): Promise<{ id: string; added: boolean }[]> {
  const rows = workers.map(({ key, place, values, missing, doubtful }) => ({ ...values, line_key: key, place, missing, doubtful }));
  const list = COLUMNS.join(', ');
  return tx.query(
    `insert into workforce_return_line as l (return_id, line_key, ${list})
     select $1, t.line_key, ${COLUMNS.map((column) => (column === 'worker_id' ? 'r.worker_id' : `t.${column}`)).join(', ')}
     from jsonb_populate_recordset(null::workforce_return_line, $2::jsonb) t
     left join lateral (select r.worker_id from worker_registration r where r.number = t.number order by r.registered_on desc limit 1) r on true
     on conflict (return_id, line_key) do update set ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}, version = l.version + 1
     where (${COLUMNS.map((column) => `l.${column}`).join(', ')}) is distinct from (${COLUMNS.map((column) => `excluded.${column}`).join(', ')})
     returning l.id, l.version = 1 as added`,
    [returnId, JSON.stringify(rows)],
  );
}
