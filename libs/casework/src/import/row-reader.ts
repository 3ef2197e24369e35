import { cellText, CellError, sameCell, type Cell } from './cells';
import { readCode, type Vocabulary } from './codes';
import { readDate, type DateFault } from './dates';
import type { ColumnDefinitions } from './headings';
import type { Ledger } from './ledger';
import { normaliseName } from './names';
import type { RowSource } from './parsed-import';

/** A list whose headings are known: what every row reader of it shares. */
export interface ListHead {
  list: string;
  columns: ColumnDefinitions;
  indexes: ReadonlyMap<string, number>;
  from1904: boolean;
}

/** A date that was asked for: `fault` says, in words, why a filled cell gave none. */
export interface AskedDate {
  date: string | null;
  fault: string | null;
}

const faultWords: Record<DateFault, string> = {
  UNREADABLE: 'the date cannot be read (expected dd/mm/yyyy)',
  IMPOSSIBLE: 'there is no such day in the calendar',
  OUT_OF_RANGE: 'the year is not between 1900 and 2100',
  CELL_ERROR: 'the cell holds a spreadsheet error or a formula without a result',
};

/** Reads one row by column name, and notes what had to be assumed or could not be matched. */
export class RowReader {
  readonly source: RowSource;

  constructor(
    readonly head: ListHead,
    row: number,
    private readonly cells: readonly Cell[],
    readonly ledger: Ledger,
  ) {
    this.source = { list: head.list, row };
  }

  cell(column: string): Cell {
    const index = this.head.indexes.get(column);
    return index === undefined ? null : (this.cells[index] ?? null);
  }

  title(column: string): string {
    return this.head.columns[column]?.title ?? column;
  }

  date(column: string): AskedDate {
    const reading = readDate(this.cell(column), this.head.from1904);
    if (reading === null) return { date: null, fault: null };
    if ('fault' in reading) return { date: null, fault: faultWords[reading.fault] };
    if (reading.assumed === 'CENTURY') this.repaired(column, 'a year of two digits was read as 2000 to 2029 or 1930 to 1999');
    return { date: reading.date, fault: null };
  }

  code(column: string, vocabulary: Vocabulary): string | null {
    const reading = readCode(this.cell(column), vocabulary);
    if (reading === null) return null;
    if ('code' in reading) return reading.code;
    const what = reading.fault === 'UNKNOWN' ? `is no known ${vocabulary.name}` : 'is a spreadsheet error';
    this.unmatched(column, `the value ${what}; it was not taken`);
    return null;
  }

  /** A worker's or team's name for matching. Numbers and errors are nobody's name. */
  name(column: string): string | null {
    const cell = this.cell(column);
    if (cell instanceof CellError) this.unmatched(column, 'the cell holds a spreadsheet error instead of a name');
    if (typeof cell === 'number') this.unmatched(column, 'the cell holds a number instead of a name');
    const text = typeof cell === 'string' ? cellText(cell) : null;
    return text === null ? null : normaliseName(text);
  }

  /** The titles of the columns in which two rows say different things. An age changes by itself and does not count. */
  differences(other: RowReader): string[] {
    return Object.keys(this.head.columns)
      .filter((column) => column !== 'age' && !sameCell(this.cell(column), other.cell(column)))
      .map((column) => this.title(column));
  }

  leaveOut(column: string | null, reason: string): void {
    this.ledger.leaveOut(this.source, column && this.title(column), reason);
  }

  repaired(column: string, reason: string): void {
    this.ledger.note(this.source, this.title(column), 'REPAIRED', reason);
  }

  unmatched(column: string, reason: string): void {
    this.ledger.note(this.source, this.title(column), 'UNMATCHED', reason);
  }

  doubted(column: string, reason: string): void {
    this.ledger.note(this.source, this.title(column), 'DOUBTED', reason);
  }
}
