import type { CellValue } from 'exceljs';
import type { ParsedImport } from '../parsed-import';
import { parseAnnexA } from './parse-annex-a';
import { contactHeadings, contactRow, excelDay, planHeadings, planRow, workbookBytes, type FixtureRow } from './workbook.fixtures';

const readPlans = async (...rows: FixtureRow[]) => parseAnnexA(await workbookBytes({ 'List 7': [planHeadings, ...rows] }));
const readContacts = async (...rows: FixtureRow[]) => parseAnnexA(await workbookBytes({ 'List 1': [contactHeadings, ...rows] }));

/** Notes on rows, without those on lists that these small files never have. */
const told = ({ notes }: ParsedImport) =>
  notes.filter(({ reason }) => !reason.startsWith('the file has no list')).map(({ row, severity, column, reason }) => `${row} ${severity} ${column}: ${reason}`);

describe('a list of child protection plans', () => {
  test('a row becomes a child, a plan, a visit and a conference', async () => {
    const parsed = await readPlans(
      planRow(4711, { visit: excelDay('2021-03-02'), alone: 'a) Yes', conference: '16/02/2021', end: null, team: 'North\u00a0 Team', worker: ' ADA  Fixture' }),
    );
    const source = { list: 'List 7', row: 2 };
    expect(parsed.children).toEqual([
      {
        reference: '4711',
        birthYear: 2015,
        birthMonth: 5,
        expectedBirthMonth: null,
        gender: 'M',
        ethnicity: 'OOTH',
        disabled: false,
        language: null,
        religion: null,
        source,
      },
    ]);
    expect(parsed.episodes).toEqual([
      {
        reference: '4711',
        kind: 'CP',
        sourceKey: 'CP|4711|2021-02-08',
        startedOn: '2021-02-08',
        endedOn: null,
        details: { latestCategory: 'PHY' },
        workerName: 'ada fixture',
        teamName: 'north team',
        source,
      },
    ]);
    expect(parsed.visits).toEqual([
      { reference: '4711', kind: 'CP', visitedOn: '2021-03-02', seen: true, seenAlone: true, sourceKey: 'VISIT|CP|4711|2021-03-02', source },
    ]);
    expect(parsed.meetings).toEqual([
      {
        reference: '4711',
        kind: 'CP_CONFERENCE',
        stage: 'REVIEW',
        heldOn: '2021-02-16',
        participationCode: null,
        sourceKey: 'CP_CONFERENCE|4711|2021-02-16',
        source,
      },
    ]);
    expect(told(parsed)).toEqual([]);
    expect(parsed.counts).toEqual([{ list: 'List 7', read: 1, kept: 1, leftOut: 0 }]);
  });

  test('a #N/A team is no team, and is told', async () => {
    const parsed = await readPlans(planRow(1, { team: { error: '#N/A' }, worker: '#N/A' }));
    expect(parsed.episodes[0]).toMatchObject({ teamName: null, workerName: null });
    expect(told(parsed)).toEqual([
      '2 UNMATCHED Allocated Worker: the cell holds a spreadsheet error instead of a name',
      '2 UNMATCHED Allocated Team: the cell holds a spreadsheet error instead of a name',
    ]);
  });

  test('a visit after the end is left out, the plan is kept; on the last day it belongs', async () => {
    const parsed = await readPlans(
      planRow(1, { start: '25/06/2019', end: '17/09/2020', visit: '25/09/2020' }),
      planRow(2, { start: '25/06/2019', end: '17/09/2020', visit: '17/09/2020' }),
    );
    expect(parsed.episodes).toHaveLength(2);
    expect(parsed.visits.map(({ reference }) => reference)).toEqual(['2']);
    expect(told(parsed)).toEqual([
      '2 REPAIRED Date of the Last Statutory Visit: the visit lies after the end and belongs to no episode here; only the visit is left out',
    ]);
  });

  test('a plan may start before the birth; one before the pregnancy is doubted as wrong; both are kept', async () => {
    const parsed = await readPlans(
      planRow(1, { start: '23/11/2020', birth: '04/01/2021', visit: '22/01/2021' }),
      planRow(2, { start: '23/11/2018', birth: '04/01/2021', visit: '22/01/2021' }),
    );
    expect(parsed.episodes).toHaveLength(2);
    expect(parsed.children[0]).toMatchObject({ birthYear: 2021, birthMonth: 1, expectedBirthMonth: null });
    expect(told(parsed)).toEqual([
      '2 DOUBTED null: the start lies before the birth; it is kept as for an unborn child',
      '3 DOUBTED null: the start lies before the pregnancy; one of the two dates is wrong; it is kept',
    ]);
  });

  test('a plan whose end cannot be true or read is left out, for it must not look open; its child is kept', async () => {
    const parsed = await readPlans(
      planRow(1, { end: '07/02/2021' }),
      planRow(2, { end: '31/02/2021' }),
      planRow(3, { end: { formula: 'G2+5' } as CellValue }),
      planRow(4, { start: null }),
      planRow(5, { start: '30/02/2021' }),
    );
    expect(parsed.episodes).toEqual([]);
    expect(parsed.children).toHaveLength(5);
    expect(told(parsed)).toEqual([
      '2 LEFT_OUT Child Protection Plan End Date: the end lies before the start',
      '3 LEFT_OUT Child Protection Plan End Date: it has ended, but there is no such day in the calendar',
      '4 LEFT_OUT Child Protection Plan End Date: it has ended, but the cell holds a spreadsheet error or a formula without a result',
      '5 LEFT_OUT Child Protection Plan Start Date: there is no date to place it by',
      '6 LEFT_OUT Child Protection Plan Start Date: there is no such day in the calendar',
    ]);
    expect(parsed.counts).toEqual([{ list: 'List 7', read: 5, kept: 0, leftOut: 5 }]);
  });

  test('the same row again is left out, and so is the same plan told differently', async () => {
    const parsed = await readPlans(planRow(1), planRow(1), planRow(1, { worker: 'Bo Fixture', end: '01/03/2021' }));
    expect(parsed.episodes).toHaveLength(1);
    expect(told(parsed)).toEqual([
      '3 LEFT_OUT null: repeats List 7, row 2',
      '4 LEFT_OUT null: stands for the same as List 7, row 2, which is kept, but differs in: Allocated Worker, Child Protection Plan End Date',
    ]);
  });
});

test('two plans that tell of one visit give one visit, with what either says', async () => {
  const parsed = await readPlans(
    planRow(1, { start: '08/02/2021', visit: '02/03/2021' }),
    planRow(1, { start: '09/02/2021', visit: '02/03/2021', alone: 'Yes' }),
    planRow(1, { start: '10/02/2021', visit: '02/03/2021', alone: 'No' }),
  );
  expect(parsed.visits).toMatchObject([{ visitedOn: '2021-03-02', seen: true, seenAlone: true }]);
  expect(told(parsed)).toEqual([
    '4 DOUBTED Date of the Last Statutory Visit: differs from List 7, row 2, on the same visit; that one is kept',
  ]);
});

describe('dates in every form', () => {
  test('text, Excel days, day numbers and formula results are one and the same', async () => {
    const forms: CellValue[] = ['16/09/2020', excelDay('2020-09-16'), 44_090, '2020-09-16', { formula: 'TODAY()', result: excelDay('2020-09-16') } as CellValue];
    const parsed = await readContacts(...forms.map((on, index) => contactRow(index + 1, { on })));
    expect(parsed.episodes.map(({ startedOn, endedOn }) => [startedOn, endedOn])).toEqual(forms.map(() => ['2020-09-16', '2020-09-16']));
  });
});

test('a workbook that counts from 1904 gives the same day', async () => {
  const rows = [contactRow(1, { on: 42_628 }), contactRow(2, { on: excelDay('2020-09-16') })];
  const parsed = await parseAnnexA(await workbookBytes({ 'List 1': [contactHeadings, ...rows] }, undefined, true));
  expect(parsed.episodes.map(({ startedOn }) => startedOn)).toEqual(['2020-09-16', '2020-09-16']);
});

test('a child of several lists is one child; what differs is noted where it differs', async () => {
  const sheets = { 'List 1': [contactHeadings, contactRow(1, { birth: '01/05/2015', gender: 'Male' })], 'List 7': [planHeadings, planRow(1)] };
  const parsed = await parseAnnexA(await workbookBytes(sheets));
  expect(parsed.children).toMatchObject([{ birthYear: 2015, birthMonth: 5, gender: 'M', ethnicity: 'OOTH', source: { list: 'List 1', row: 2 } }]);
  expect(told(parsed)).toEqual([
    '2 DOUBTED Date of birth: differs from other rows about this child; the one of List 7, row 2, is kept',
    '2 DOUBTED Ethnicity: differs from other rows about this child; the one of List 7, row 2, is kept',
  ]);
});

test('links, rich text and yes-or-no cells say what they show', async () => {
  const link = { text: '901', hyperlink: 'https://example.org' };
  const rich = { richText: [{ text: 'North ' }, { font: { bold: true }, text: 'Team' }] };
  const parsed = await readPlans(planRow(link, { team: rich, visit: '01/03/2021', alone: true }));
  expect(parsed.episodes[0]).toMatchObject({ reference: '901', teamName: 'north team' });
  expect(parsed.visits[0]).toMatchObject({ seenAlone: true });
});

describe('unborn children', () => {
  test('have an expected month and no birth, however the list says so', async () => {
    const parsed = await readContacts(
      contactRow(1, { birth: 'EDD 12/05/2021' }),
      contactRow(2, { birth: '12/05/2021', gender: 'Unborn' }),
      contactRow(3, { birth: '12/05/2021' }),
      contactRow(4, { birth: 'Unborn' }),
    );
    const unborn = { birthYear: null, birthMonth: null, expectedBirthMonth: '2021-05' };
    expect(parsed.children).toMatchObject([unborn, unborn, unborn, { ...unborn, expectedBirthMonth: null }]);
  });

  test('stay unborn past the expected day while the file says so, in a word or a column of its own', async () => {
    const column = [['Child Unique ID', 'Expected Date of Birth', 'Date of Referral'], [4, '12/05/2021', '16/09/2020']];
    const rows = [contactRow(1, { birth: 'EDD 12/05/2021' }), contactRow(2, { birth: '12/05/2021', gender: 'Unborn' })];
    const parsed = await parseAnnexA(await workbookBytes({ 'List 1': [contactHeadings, ...rows], 'List 3': column }), { asAt: '2021-06-01' });
    expect(parsed.children.map(({ birthYear, expectedBirthMonth }) => [birthYear, expectedBirthMonth])).toEqual([
      [null, '2021-05'],
      [null, '2021-05'],
      [null, '2021-05'],
    ]);
  });

  test('are born once the file speaks of a later day', async () => {
    const bytes = await workbookBytes({ 'List 1': [contactHeadings, contactRow(1, { birth: '12/05/2021' })] });
    const [child] = (await parseAnnexA(bytes, { asAt: '2021-06-01' })).children;
    expect(child).toMatchObject({ birthYear: 2021, birthMonth: 5, expectedBirthMonth: null });
  });
});

test('nothing may lie after the day the file speaks of', async () => {
  const rows = [contactRow(1, { on: '02/10/2020' }), contactRow(2, { on: '01/10/2020' })];
  const plans = [planRow(3, { start: '01/09/2020', end: '02/10/2020', visit: '02/10/2020' })];
  const bytes = await workbookBytes({ 'List 1': [contactHeadings, ...rows], 'List 7': [planHeadings, ...plans] });
  const parsed = await parseAnnexA(bytes, { asAt: '2020-10-01' });
  expect(parsed.episodes.map(({ reference, endedOn }) => [reference, endedOn])).toEqual([
    ['2', '2020-10-01'],
    ['3', null],
  ]);
  expect(parsed.visits).toEqual([]);
  expect(told(parsed)).toEqual([
    '2 LEFT_OUT Date of Contact: the date lies after the day the file speaks of',
    '2 REPAIRED Child Protection Plan End Date: the end lies after the day the file speaks of; it is kept as open',
    '2 REPAIRED Date of the Last Statutory Visit: the date lies after the day the file speaks of; only this date is left out',
  ]);
});

test('no name, full birth date or free text leaves the parser', async () => {
  const headings = [...contactHeadings, 'Child Name', 'Postcode', 'Notes'];
  const row = [...contactRow(77, { birth: '25/01/2015' }), 'Secret Person', 'ZZ1 1ZZ', 'Secret words'];
  const named = [...contactRow('Secret Person', { gender: 'Secret Person' })];
  const wordy = [88, 'Secret gender', 'Secret ethnicity', 'Secret birth', 3, 'Secret date', 'Secret source'];
  const output = JSON.stringify(await parseAnnexA(await workbookBytes({ 'List 1': [headings, row, named, wordy] })));
  for (const secret of ['Secret', 'ZZ1', '2015-01-25', '25/01/2015']) expect(output).not.toContain(secret);
});
