import type { Vocabulary } from './codes';
import { CellError, cellText, type Cell } from './cells';
import { readDate } from './dates';
import type { ColumnDefinitions } from './headings';
import { readReference } from './references';
import type { RowReader } from './row-reader';
import type { ChildObservation } from './children';
import { ethnicity, gender, yesNo } from './vocabularies/child';

/** Columns that most inspection lists share. Age is known so that a worked-out age never makes an empty row a row. */
export const childColumns = {
  reference: {
    title: 'Child Unique ID',
    aliases: ['Child ID', 'Unique Child ID', 'Child Unique Identifier', 'Child Unique Reference', 'Child Identifier'],
  },
  gender: { title: 'Gender', aliases: ['Sex'] },
  ethnicity: { title: 'Ethnicity', aliases: ['Ethnic origin', 'Ethnic background'] },
  birth: { title: 'Date of Birth', aliases: ['DOB', 'Birth date', 'Date of birth of child', 'Child date of birth'] },
  expectedBirth: { title: 'Expected Date of Birth', aliases: ['Expected date of delivery', 'EDD', 'Estimated date of birth'] },
  age: { title: 'Age', aliases: ['Age of Child (Years)', 'Age of child', 'Age in years'] },
} satisfies ColumnDefinitions;

export const disabilityColumn = {
  disabled: { title: 'Does the Child have a Disability', aliases: ['Disability', 'Child has a disability', 'Disabled'] },
} satisfies ColumnDefinitions;

const unbornAlone = /^([a-z]\) ?)?unborn$/i;
const unborn = /^(unborn|edd|expected|due)\b[\s:,(-]*/i;

/** A birth written as "EDD 12/05/2021" or "Unborn" is an expected one. */
function birthCell(cell: Cell): { cell: Cell; expected: boolean } {
  const text = typeof cell === 'string' ? cellText(cell) : null;
  if (text === null || !unborn.test(text)) return { cell, expected: false };
  const rest = text.replace(unborn, '').replace(/\)$/, '');
  return { cell: rest === '' ? null : rest, expected: true };
}

function readBirth(row: RowReader, column: string, always: boolean): ChildObservation['birth'] {
  const { cell, expected } = birthCell(row.cell(column));
  const reading = readDate(cell, row.head.from1904);
  if (reading === null) return null;
  if ('fault' in reading) {
    row.repaired(column, 'the birth date cannot be read; the child is kept without it');
    return null;
  }
  if (reading.assumed === 'CENTURY') row.repaired(column, 'a year of two digits was read as 2000 to 2029 or 1930 to 1999');
  return { date: reading.date, expected: expected || always };
}

/** Yes or no from a column; null when it is empty, unknown or cannot be read. */
export function readFlag(row: RowReader, column: string, words: Vocabulary = yesNo): boolean | null {
  const code = row.code(column, words);
  return code === 'Y' ? true : code === 'N' ? false : null;
}

/** The row's child reference; null after leaving the row out. */
export function readRowReference(row: RowReader): string | null {
  const cell = row.cell('reference');
  const reference = readReference(cell);
  if (reference !== null) return reference;
  const absent = cell === null || cell instanceof CellError;
  row.leaveOut('reference', absent ? 'there is no child reference' : 'this is not a child reference (letters and digits, no spaces)');
  return null;
}

/** What the row says of its child, with notes on what cannot be read. */
export function observeChild(row: RowReader, reference: string, rank: number, decisive = false): ChildObservation {
  return {
    reference,
    birth: readBirth(row, 'birth', unbornAlone.test(cellText(row.cell('gender')) ?? '')) ?? readBirth(row, 'expectedBirth', true),
    gender: row.code('gender', gender),
    ethnicity: row.code('ethnicity', ethnicity),
    disabled: readFlag(row, 'disabled'),
    rank,
    decisive,
    source: row.source,
  };
}
