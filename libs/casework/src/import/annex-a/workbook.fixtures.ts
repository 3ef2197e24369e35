import { Workbook, type CellValue, type Worksheet } from 'exceljs';

export type FixtureRow = readonly CellValue[];
export type FixtureSheets = Record<string, readonly FixtureRow[]>;

/** An .xlsx file with these sheets, in code. `touch` may dress a sheet further; `from1904` makes it count days as old Macs do. */
export async function workbookBytes(sheets: FixtureSheets, touch: (sheet: Worksheet) => void = () => {}, from1904 = false): Promise<Buffer> {
  const workbook = new Workbook();
  workbook.properties.date1904 = from1904;
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    touch(sheet);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A midnight in Excel's own sense. */
export function excelDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export const contactHeadings = ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age', 'Date of Contact', 'Contact Source'];

/** A contact from the police, unless told otherwise. */
export function contactRow(reference: CellValue, { on = '16/09/2020' as CellValue, birth = '25/01/2015' as CellValue, gender = 'b) Female' } = {}): FixtureRow {
  return [reference, gender, 'a) WBRI', birth, 5, on, 'q) 6: Police'];
}

export const planHeadings = [
  'Child Unique ID',
  'Gender',
  'Ethnicity',
  'Date of Birth',
  'Age',
  'Does the Child have a Disability',
  'Child Protection Plan Start Date',
  'Latest Category of Abuse',
  'Date of the Last Statutory Visit',
  'Was the Child Seen Alone?',
  'Date of latest review conference',
  'Child Protection Plan End Date',
  'Allocated Team',
  'Allocated Worker',
];

interface PlanFixture {
  birth: CellValue;
  start: CellValue;
  visit: CellValue;
  alone: CellValue;
  conference: CellValue;
  end: CellValue;
  team: CellValue;
  worker: CellValue;
}

/** An open plan with nothing beside it, unless told otherwise. */
export function planRow(reference: CellValue, parts: Partial<PlanFixture> = {}): FixtureRow {
  const { birth, start, visit, alone, conference, end, team, worker }: PlanFixture = {
    birth: '29/05/2015',
    start: '08/02/2021',
    visit: null,
    alone: null,
    conference: null,
    end: null,
    team: 'North Team',
    worker: 'Ada Fixture',
    ...parts,
  };
  return [reference, 'a) Male', 'OOTH', birth, 5, 'b) No', start, 'Physical abuse', visit, alone, conference, end, team, worker];
}
