import { randomUUID } from 'node:crypto';
import type { CommandTransaction } from '@qaf/database';
import type { Subgraph } from '@qaf/graph';
import { machine } from '@qaf/identity';
import { readIndicatorTable } from './indicator-file';
import { type IndicatorLayout, type IndicatorNote, type IndicatorRow, readIndicatorRows, recogniseIndicator } from './indicator-rows';
import { seedIndicators, writeIndicatorRows } from './indicator.writer';

export interface IndicatorReport {
  indicator: string;
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  leftOut: number;
  areas: number;
  years: [number, number] | null;
  notes: IndicatorNote[];
}

export interface LoadIndicators {
  /** SHA-256 of the file, 64 hexadecimal digits. */
  fileHash: string;
  /** Only reports: everything is tried and nothing is kept. */
  check: boolean;
  now: Date;
}

/** Loads a publisher's file of one indicator, in one transaction. The same file again changes nothing; a corrected figure is a new version. */
export async function loadIndicators(governance: Pick<Subgraph, 'unit'>, bytes: Buffer, options: LoadIndicators): Promise<IndicatorReport> {
  const table = readIndicatorTable(bytes);
  const unit = governance.unit(machine('machine_import', randomUUID()), 'import indicators');
  try {
    return await unit.command(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('governance.indicator-import', 0))`);
      await seedIndicators(tx);
      const layout = recogniseIndicator(table, await layouts(tx));
      const { rows, notes } = readIndicatorRows(table, layout);
      const written = await writeIndicatorRows(tx, layout.id, rows);
      const report = reportOf(layout.code, rows, notes, written);
      if (options.check) throw new Checked(report);
      await writeImport(tx, layout.id, report, options);
      return report;
    });
  } catch (error) {
    if (error instanceof Checked) return error.report;
    throw error;
  }
}

/** Undoes a check's transaction and carries out its report. */
class Checked extends Error {
  constructor(readonly report: IndicatorReport) {
    super('Only a check.');
  }
}

function layouts(tx: CommandTransaction): Promise<IndicatorLayout[]> {
  return tx.query(`select id, code, unit, value_column as "valueColumn", numerator_column as "numeratorColumn", denominator_column as "denominatorColumn", category from indicator order by code`);
}

function reportOf(indicator: string, rows: IndicatorRow[], notes: IndicatorNote[], { added, changed }: { added: number; changed: number }): IndicatorReport {
  const leftOut = notes.filter(({ severity }) => severity === 'LEFT_OUT').length;
  const years = rows.map(({ year }) => year);
  return {
    indicator, added, changed, leftOut, notes,
    read: rows.length + leftOut,
    unchanged: rows.length - added - changed,
    areas: new Set(rows.map(({ areaCode }) => areaCode)).size,
    years: years.length === 0 ? null : [Math.min(...years), Math.max(...years)],
  };
}

async function writeImport(tx: CommandTransaction, indicatorId: string, { added, changed, unchanged, leftOut }: IndicatorReport, { fileHash, now }: LoadIndicators): Promise<void> {
  // An import that changed nothing leaves nothing, not even a line of its own.
  if (added + changed === 0) return;
  await tx.query('insert into indicator_import (indicator_id, file_hash, imported_at, added, changed, unchanged, left_out) values ($1, $2, $3, $4, $5, $6, $7)', [indicatorId, fileHash, now, added, changed, unchanged, leftOut]);
}
