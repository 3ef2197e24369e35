import type { CellValue } from 'exceljs';
import { parseAnnexA } from './parse-annex-a';
import { contactHeadings, contactRow, planHeadings, planRow, workbookBytes, type FixtureRow } from './workbook.fixtures';

const person = ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age'];
const girl: CellValue[] = [5, 'b) Female', 'a) WBRI', '01/03/2008', 12];

async function readOne(name: string, headings: FixtureRow, row: FixtureRow) {
  return parseAnnexA(await workbookBytes({ [name]: [headings, row] }));
}

describe('what each list becomes', () => {
  test('1 and 3: a contact and a referral of one day, told apart by their source', async () => {
    const parsed = await parseAnnexA(
      await workbookBytes({
        'List 1': [contactHeadings, contactRow(5), [...contactRow(5).slice(0, 6), 'Schools']],
        'List 3': [[...person, 'Date of Referral', 'Referral Source', 'Referral NFA?'], [...girl, '17/09/2020', 's) 8: Other', 'No']],
      }),
    );
    expect(parsed.episodes.map(({ sourceKey, endedOn }) => [sourceKey, endedOn])).toEqual([
      ['CONTACT|5|2020-09-16|6', '2020-09-16'],
      ['CONTACT|5|2020-09-16|2A', '2020-09-16'],
      ['REFERRAL|5|2020-09-17|8', '2020-09-17'],
    ]);
    expect(parsed.episodes[2]?.details).toEqual({ source: '8', noFurtherAction: 'N' });
  });

  test('2: an early help assessment, by the organisation that did it', async () => {
    const headings = [...person, 'Assessment start date', 'Assessment completion date', 'Organisation completing assessment'];
    const { episodes } = await readOne('List 2', headings, [...girl, '16/09/2020', '30/09/2020', 'Hill School']);
    expect(episodes).toMatchObject([{ kind: 'EARLY_HELP', startedOn: '2020-09-16', endedOn: '2020-09-30', teamName: 'hill school' }]);
  });

  test('4: an assessment, from its start to its authorisation', async () => {
    const headings = [
      ...person,
      'Continuous Assessment Start Date',
      'Child Seen During Continuous Assessment',
      'Continuous Assessment Date of Authorisation',
      "Was the child assessed as requiring LA children's social care support?",
    ];
    const { episodes } = await readOne('List 4', headings, [...girl, '16/05/2019', 'Yes', '20/07/2019', 'a) Yes']);
    expect(episodes).toMatchObject([
      { kind: 'ASSESSMENT', startedOn: '2019-05-16', endedOn: '2019-07-20', details: { childSeen: 'Y', supportNeeded: 'Y' } },
    ]);
  });

  test('5: an enquiry with its initial conference', async () => {
    const headings = [...person, 'Strategy discussion initiating Section 47 Enquiry Start Date', 'Date of Initial Child Protection Conference'];
    const { episodes, meetings } = await readOne('List 5', headings, [...girl, '16/09/2020', '05/10/2020']);
    expect(episodes).toMatchObject([{ kind: 'SECTION_47', startedOn: '2020-09-16', endedOn: null }]);
    expect(meetings).toMatchObject([{ kind: 'CP_CONFERENCE', stage: 'INITIAL', heldOn: '2020-10-05' }]);
  });

  test('6: a period in need, in which the child was last seen', async () => {
    const headings = [...person, 'CIN Start Date', 'Primary Need Code', 'Date Child Was Last Seen', 'CIN Closure Date', 'Case Status'];
    const { episodes, visits } = await readOne('List 6', headings, [...girl, '26/03/2017', 'N1 - Abuse or Neglect', '15/03/2021', null, 'c) Child in need plan']);
    expect(episodes).toMatchObject([{ kind: 'CIN', startedOn: '2017-03-26', endedOn: null, details: { primaryNeed: 'N1', caseStatus: 'CIN' } }]);
    expect(visits).toMatchObject([{ kind: 'CIN', visitedOn: '2021-03-15', seen: true, seenAlone: null }]);
  });

  test('8: a period of care with its latest review and visit', async () => {
    const headings = [
      ...person,
      'Date Started to be Looked After',
      "Child's Legal Status",
      'Date of Latest Statutory Review',
      'Date of Last Social Work Visit',
      'Date Ceased to be Looked After',
      'Reason Ceased to be Looked After',
      'Placement Type',
    ];
    const row = [...girl, '22/10/2008', 'C1: ICO', '12/08/2020', '07/08/2020', '22/09/2020', 'k) E47: SGO', 'n) H5: Residential'];
    const parsed = await readOne('List 8', headings, row);
    expect(parsed.episodes).toMatchObject([
      {
        kind: 'LAC',
        sourceKey: 'LAC_PERIOD|5|2008-10-22',
        endedOn: '2020-09-22',
        details: { unit: 'PERIOD_OF_CARE', legalStatus: 'C1', reasonCeased: 'E47', placementType: 'H5' },
      },
    ]);
    expect(parsed.meetings).toMatchObject([{ kind: 'LAC_REVIEW', heldOn: '2020-08-12' }]);
    expect(parsed.visits).toMatchObject([{ kind: 'LAC', visitedOn: '2020-08-07', seen: null }]);
  });

  test('9: a care leaver, without dates, for the list has none', async () => {
    const headings = [...person, 'Eligibility Category', 'LA in Touch', 'Activity Status'];
    const { episodes } = await readOne('List 9', headings, [...girl, 'b) Former relevant child', 'a) Yes', 'F1: Full time in higher education']);
    expect(episodes).toMatchObject([
      { kind: 'CARE_LEAVER', sourceKey: 'CARE_LEAVER|5', startedOn: null, details: { eligibility: 'FORMER_RELEVANT', inTouch: 'Y', activity: 'F1' } },
    ]);
  });

  test('10 and 11: an adoption of a child; adopters are counted and left out', async () => {
    const decision = 'Date of Decision that Child Should be Placed for Adoption';
    const parsed = await parseAnnexA(
      await workbookBytes({
        'List 10': [[...person, decision, 'Date of Adoption Order ', 'Date of Decision that Child Should No Longer be Placed for Adoption'], [...girl, '17/09/2014', null, '12/10/2014']],
        'List 11': [['Individual adopter identifier', 'Family identifier'], [710, 14], [711, 14]],
      }),
    );
    expect(parsed.episodes).toMatchObject([{ kind: 'ADOPTION', startedOn: '2014-09-17', endedOn: '2014-10-12' }]);
    expect(parsed.children).toHaveLength(1);
    expect(parsed.counts[1]).toEqual({ list: 'List 11', read: 2, kept: 0, leftOut: 2 });
  });
});

describe('finding the lists', () => {
  test('by a free-hand name, below a title, among other sheets; a missing list is told', async () => {
    const parsed = await parseAnnexA(
      await workbookBytes({
        Guidance: [['How to fill this in']],
        'list_07 - CP': [['Plans as at March'], [], planHeadings, planRow(1), [], [null, null, null, null, 0]],
      }),
    );
    expect(parsed.counts).toEqual([{ list: 'list_07 - CP', read: 1, kept: 1, leftOut: 0 }]);
    expect(parsed.episodes[0]?.source).toEqual({ list: 'list_07 - CP', row: 4 });
    const lists = parsed.notes.map(({ list }) => list);
    expect(lists).toEqual(['Guidance', 'List 1', 'List 2', 'List 3', 'List 4', 'List 5', 'List 6', 'List 8', 'List 9', 'List 10', 'List 11']);
  });

  test('by the headings, where the name says nothing', async () => {
    const parsed = await parseAnnexA(await workbookBytes({ Plans: [planHeadings, planRow(1)], Front: [contactHeadings, contactRow(2)] }));
    expect(parsed.episodes.map(({ kind }) => kind)).toEqual(['CP', 'CONTACT']);
  });

  test('a list under the wrong number is left out row by row, never read as another', async () => {
    const parsed = await parseAnnexA(await workbookBytes({ 'List 8': [planHeadings, planRow(1), planRow(2)] }));
    expect(parsed.episodes).toEqual([]);
    expect(parsed.counts).toEqual([{ list: 'List 8', read: 2, kept: 0, leftOut: 2 }]);
    expect(parsed.notes[0]?.reason).toBe('the list has no single column headed "Date Started to be Looked After" or "Date Ceased to be Looked After"');
  });

  test('a mistyped heading is read and told; a heading that stands twice is not read', async () => {
    const headings = contactHeadings.map((title) => (title === 'Date of Contact' ? 'Date of Contcat' : title));
    const parsed = await parseAnnexA(await workbookBytes({ 'List 1': [[...headings, 'Ethnicity'], [...contactRow(1), 'b) WIRI']] }));
    expect(parsed.episodes[0]?.startedOn).toBe('2020-09-16');
    expect(parsed.children[0]?.ethnicity).toBeNull();
    expect(parsed.notes.slice(0, 2)).toEqual([
      { list: 'List 1', row: 1, column: 'Date of Contact', severity: 'REPAIRED', reason: 'the heading is mistyped; it was read as this column' },
      { list: 'List 1', row: 1, column: 'Ethnicity', severity: 'UNMATCHED', reason: 'two columns have this heading; neither was read' },
    ]);
  });

  test('hidden rows are read like the others, and said', async () => {
    const bytes = await workbookBytes({ 'List 1': [contactHeadings, contactRow(1), contactRow(2)] }, (sheet) => {
      sheet.getRow(3).hidden = true;
    });
    const parsed = await parseAnnexA(bytes);
    expect(parsed.episodes).toHaveLength(2);
    expect(parsed.notes[0]).toMatchObject({ severity: 'REPAIRED', reason: '1 hidden rows were read like the others' });
  });
});
