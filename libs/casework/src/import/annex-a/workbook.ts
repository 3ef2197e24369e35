import { Workbook, type CellValue, type Row } from 'exceljs';
import { CellError, textCell, type Cell } from '../cells';
import { ImportFileRefused } from '../import-file-refused';
import { guardZip, type ZipLimits } from './zip-guard';

export interface SheetRow {
  /** As Excel counts. */
  number: number;
  cells: Cell[];
}

export interface Sheet {
  name: string;
  rows: SheetRow[];
  hiddenRows: number;
  from1904: boolean;
}

const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const protectedStream = Buffer.from('EncryptedPackage', 'utf16le');

function refuseOldOffice(file: Buffer): void {
  if (!file.subarray(0, 8).equals(oldOffice)) return;
  throw new ImportFileRefused(file.includes(protectedStream) ? 'ENCRYPTED' : 'OLD_WORKBOOK');
}

function resultCell(value: CellValue): Cell {
  return value === undefined || value === null ? new CellError('NO RESULT') : plainCell(value);
}

/** What a spreadsheet cell shows: a formula's stored result, a link's text, rich text without its looks. */
export function plainCell(value: CellValue): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return textCell(value);
  if (typeof value !== 'object' || value instanceof Date) return value;
  if ('error' in value) return new CellError(String(value.error));
  if ('richText' in value) return textCell(value.richText.map(({ text }) => text).join(''));
  if ('hyperlink' in value) return plainCell(value.text as CellValue);
  return 'formula' in value || 'sharedFormula' in value ? resultCell(value.result as CellValue) : null;
}

/** The widest list has 34 columns; a stray cell far to the right must not cost an array as wide. */
const widest = 256;

function plainRow(row: Row): Cell[] {
  const values = Array.isArray(row.values) ? row.values : [];
  const length = Math.min(widest, Math.max(0, values.length - 1));
  return Array.from({ length }, (_, index) => plainCell(values[index + 1]));
}

/** A broken file can fail late too, when a sheet or a cell is first looked at: whatever the library throws, the file is damaged. */
async function sheetsOf(file: Buffer): Promise<Sheet[]> {
  try {
    const workbook = new Workbook();
    await workbook.xlsx.load(file as unknown as Parameters<Workbook['xlsx']['load']>[0]);
    return readSheets(workbook);
  } catch {
    throw new ImportFileRefused('DAMAGED');
  }
}

function readSheets(workbook: Workbook): Sheet[] {
  const from1904 = workbook.properties.date1904 === true;
  return workbook.worksheets.map((worksheet) => {
    const sheet: Sheet = { name: worksheet.name, rows: [], hiddenRows: 0, from1904 };
    worksheet.eachRow((row, number) => {
      sheet.rows.push({ number, cells: plainRow(row) });
      if (row.hidden) sheet.hiddenRows += 1;
    });
    return sheet;
  });
}

/** Opens an .xlsx file's bytes, or throws `ImportFileRefused`. Hidden sheets and rows are read like the others. */
export async function openWorkbook(file: Buffer, limits?: ZipLimits): Promise<Sheet[]> {
  if (file.length === 0) throw new ImportFileRefused('EMPTY');
  refuseOldOffice(file);
  if (file.toString('latin1', 0, 2) !== 'PK') throw new ImportFileRefused('NOT_A_WORKBOOK');
  if (!guardZip(file, limits).includes('xl/workbook.xml')) throw new ImportFileRefused('NOT_A_WORKBOOK');
  return sheetsOf(file);
}
