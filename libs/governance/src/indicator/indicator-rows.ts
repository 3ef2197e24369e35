import { type IndicatorTable, IndicatorFileRefused } from './indicator-file';
import { SYMBOLS } from './indicator.reference';

/** How an indicator's file names its figures. */
export interface IndicatorLayout {
  id: string;
  code: string;
  unit: string;
  valueColumn: string;
  numeratorColumn: string | null;
  denominatorColumn: string | null;
  category: string | null;
}

/** A figure as published: a number, or the letter that stands in its place; both null where the file says nothing. */
export interface Figure {
  value: number | null;
  symbol: string | null;
}

export interface IndicatorRow {
  row: number;
  areaCode: string;
  areaName: string;
  level: 'NATIONAL' | 'REGIONAL' | 'LOCAL_AUTHORITY';
  /** The year that the period ends in: 2024 is the year to 31 March 2024. */
  year: number;
  value: Figure;
  numerator: Figure;
  denominator: Figure;
}

/** What a data officer should know about a row. LEFT_OUT: not loaded. REPAIRED: loaded without a part. DOUBTED: loaded as written. */
export interface IndicatorNote {
  row: number;
  column: string | null;
  severity: 'LEFT_OUT' | 'REPAIRED' | 'DOUBTED';
  reason: string;
}

const LEVELS: Readonly<Record<string, { level: IndicatorRow['level']; code: string; name: string }>> = {
  National: { level: 'NATIONAL', code: 'country_code', name: 'country_name' },
  Regional: { level: 'REGIONAL', code: 'region_code', name: 'region_name' },
  'Local authority': { level: 'LOCAL_AUTHORITY', code: 'new_la_code', name: 'la_name' },
};

/** The one indicator whose columns, and whose category where it has one, the file holds. Throws `IndicatorFileRefused`. */
export function recogniseIndicator(table: IndicatorTable, layouts: readonly IndicatorLayout[]): IndicatorLayout {
  const needed = ['time_period', 'geographic_level', 'country_code', 'new_la_code', 'la_name'];
  const found = layouts.filter(({ valueColumn, category }) => [...needed, valueColumn].every((one) => table.headings.includes(one)) && (category === null || table.rows.some(({ cells }) => cells['category'] === category)));
  if (found.length > 1) throw new IndicatorFileRefused('SEVERAL_INDICATORS');
  if (!found[0]) throw new IndicatorFileRefused('NO_INDICATOR');
  return found[0];
}

/** Every row of the file as a figure of an area and a year, or a reason why not. An area has one figure for a year: the first. */
export function readIndicatorRows(table: IndicatorTable, layout: IndicatorLayout): { rows: IndicatorRow[]; notes: IndicatorNote[] } {
  const [rows, notes]: [IndicatorRow[], IndicatorNote[]] = [[], []];
  const seen = new Set<string>();
  for (const record of table.rows) {
    const read = record.slipped ? leaveOut(record.row, null, 'the row has not as many cells as there are headings') : readRow(record, layout, notes);
    const key = 'areaCode' in read ? `${read.areaCode} ${read.year}` : '';
    if (!('areaCode' in read)) notes.push(read);
    else if (seen.has(key)) notes.push(leaveOut(record.row, null, 'an earlier row has this area and year'));
    else rows.push(read);
    seen.add(key);
  }
  return { rows, notes };
}

function leaveOut(row: number, column: string | null, reason: string): IndicatorNote {
  return { row, column, severity: 'LEFT_OUT', reason };
}

function readRow({ row, cells }: IndicatorTable['rows'][number], layout: IndicatorLayout, notes: IndicatorNote[]): IndicatorRow | IndicatorNote {
  if (layout.category !== null && cells['category'] !== layout.category) return leaveOut(row, 'category', 'the row belongs to another indicator');
  const level = LEVELS[cells['geographic_level'] ?? ''];
  if (!level) return leaveOut(row, 'geographic_level', 'this is no level that is known');
  const [areaCode, areaName] = [cells[level.code] ?? '', cells[level.name] ?? ''];
  if (!/^[A-Z]\d{8}$/.test(areaCode)) return leaveOut(row, level.code, 'this is no code of an area');
  if (areaName === '') return leaveOut(row, level.name, 'the area has no name');
  const year = yearOf(cells['time_period'] ?? '');
  if (year === null) return leaveOut(row, 'time_period', 'this is no year');
  const value = figureOf(cells[layout.valueColumn] ?? '', false);
  if (value === null || (value.value === null && value.symbol === null)) return leaveOut(row, layout.valueColumn, 'this is neither a number nor a letter that stands for one');
  if (layout.unit === 'PERCENT' && value.value !== null && value.value > 100) return leaveOut(row, layout.valueColumn, 'more than a hundred in a hundred');
  const whole = (column: string | null): Figure => wholeOf(row, column, cells, notes);
  const read = { row, areaCode, areaName, level: level.level, year, value, numerator: whole(layout.numeratorColumn), denominator: whole(layout.denominatorColumn) };
  if (disagrees(read, layout)) notes.push({ row, column: layout.valueColumn, severity: 'DOUBTED', reason: 'it is not what the two counts come to; it is kept as published' });
  return read;
}

/** `2024`, or `202324` for the year from April 2023: the year it ends in. */
function yearOf(text: string): number | null {
  if (/^(19|20|21)\d\d$/.test(text)) return Number(text);
  if (!/^(19|20|21)\d{4}$/.test(text)) return null;
  const ends = Number(text.slice(0, 4)) + 1;
  return ends % 100 === Number(text.slice(4)) ? ends : null;
}

function figureOf(text: string, whole: boolean): Figure | null {
  if (text === '') return { value: null, symbol: null };
  if (Object.hasOwn(SYMBOLS, text.toLowerCase())) return { value: null, symbol: text.toLowerCase() };
  const pattern = whole ? /^\d{1,12}$/ : /^\d{1,8}(\.\d{1,4})?$/;
  return pattern.test(text) ? { value: Number(text), symbol: null } : null;
}

function wholeOf(row: number, column: string | null, cells: Record<string, string>, notes: IndicatorNote[]): Figure {
  const read = column === null ? { value: null, symbol: null } : figureOf(cells[column] ?? '', true);
  if (read === null) notes.push({ row, column, severity: 'REPAIRED', reason: 'this is neither a whole number nor a letter that stands for one; the row is loaded without it' });
  return read ?? { value: null, symbol: null };
}

/** Publishers round to a tenth; a difference of one per cent is none of rounding. */
function disagrees({ value, numerator, denominator }: IndicatorRow, { unit }: IndicatorLayout): boolean {
  if (unit !== 'PERCENT' || value.value === null || numerator.value === null || !denominator.value) return false;
  return Math.abs(value.value - (100 * numerator.value) / denominator.value) > 1;
}
