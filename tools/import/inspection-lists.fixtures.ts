import { Workbook } from 'exceljs';

const CONTACTS = [
  ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age', 'Date of Contact', 'Contact Source'],
  ['A101', 'a) Male', 'OOTH', '29/05/2015', 5, '16/09/2020', 'q) 6: Police'],
];

const HEADINGS = [
  'Child Unique ID',
  'Gender',
  'Ethnicity',
  'Date of Birth',
  'Child Protection Plan Start Date',
  'Latest Category of Abuse',
  'Date of the Last Statutory Visit',
  'Was the Child Seen Alone?',
  'Date of latest review conference',
  'Child Protection Plan End Date',
  'Allocated Team',
  'Allocated Worker',
];
const CHILD = ['a) Male', 'OOTH', '29/05/2015', '08/02/2021', 'Physical abuse'];
const PLANS = [
  HEADINGS,
  ['A101', ...CHILD, '02/03/2021', 'a) Yes', '01/03/2021', null, 'North Team', 'Ada Fixture'],
  ['A102', ...CHILD, null, null, null, '10/03/2021', 'North Team', 'Nobody Known'],
  ['no reference', ...CHILD, null, null, null, null, 'North Team', 'Ada Fixture'],
];

/** Two of the inspection lists of a made-up authority: a contact, an open plan, an ended plan, and a row that cannot be read. */
export async function inspectionLists(): Promise<Buffer> {
  const workbook = new Workbook();
  for (const [name, rows] of [['List 1', CONTACTS], ['List 7', PLANS]] as const) workbook.addWorksheet(name).addRows(rows.map((row) => [...row]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
