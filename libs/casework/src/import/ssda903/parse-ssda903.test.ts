import fc from 'fast-check';
import { ImportFileRefused } from '../import-file-refused';
import type { ParsedImport } from '../parsed-import';
import { parseSsda903 } from './parse-ssda903';
import { csvFile, episodeHeadings, episodeLine, headerHeadings, reviewHeadings } from './return.fixtures';

const header = (...rows: string[]) => csvFile('header.csv', headerHeadings, ...rows);
const episodes = (...rows: string[]) => csvFile('episodes.csv', episodeHeadings, ...rows);
const reviews = (...rows: string[]) => csvFile('reviews.csv', reviewHeadings, ...rows);
const girl = (child: string) => `${child},2,27/03/2008,WROM,D051,,`;

const told = ({ notes }: ParsedImport) =>
  notes.map(({ list, row, severity, column, reason }) => `${list} ${row} ${severity} ${column}: ${reason}`);

describe('the looked-after return', () => {
  test('three files in any order give children, episodes of care and reviews', async () => {
    const parsed = await parseSsda903([
      reviews('101,27/03/2008,30/08/2017,PN6'),
      episodes(episodeLine('101', '15/02/2016', '14/08/2017'), episodeLine('101', '14/08/2017')),
      header(girl('101')),
    ]);
    expect(parsed.children).toMatchObject([
      { reference: '101', birthYear: 2008, birthMonth: 3, gender: 'F', ethnicity: 'WROM', disabled: null, source: { list: 'header.csv', row: 2 } },
    ]);
    expect(parsed.episodes).toMatchObject([
      {
        kind: 'LAC',
        sourceKey: 'LAC_EPISODE|101|2016-02-15',
        startedOn: '2016-02-15',
        endedOn: '2017-08-14',
        details: {
          unit: 'EPISODE_OF_CARE',
          reasonNewEpisode: 'S',
          legalStatus: 'C2',
          categoryOfNeed: 'N1',
          placementType: 'U4',
          placementProvider: 'PR1',
          reasonCeased: 'X1',
        },
      },
      { startedOn: '2017-08-14', endedOn: null },
    ]);
    expect(parsed.meetings).toMatchObject([{ kind: 'LAC_REVIEW', heldOn: '2017-08-30', participationCode: 'PN6', sourceKey: 'LAC_REVIEW|101|2017-08-30' }]);
    expect(parsed.notes).toEqual([]);
    expect(parsed.counts.map(({ list, kept }) => [list, kept])).toEqual([
      ['header.csv', 1],
      ['episodes.csv', 2],
      ['reviews.csv', 1],
    ]);
  });

  test('UPN, postcodes, the URN and full birth dates do not leave the parser', async () => {
    const output = JSON.stringify(await parseSsda903([header(girl('101')), episodes(episodeLine('101', '15/02/2016'))]));
    for (const secret of ['D051', 'ZZ1', 'ZZ2', '1234567', '2008-03-27', '27/03/2008']) expect(output).not.toContain(secret);
  });

  test('a child without an episode, a review before the first, and episodes that overlap are kept and doubted', async () => {
    const parsed = await parseSsda903([
      header(girl('101'), girl('102')),
      episodes(episodeLine('101', '15/02/2016', '14/08/2017'), episodeLine('101', '13/08/2017')),
      reviews('101,27/03/2008,14/02/2016,PN1', '101,27/03/2008,15/02/2016,PN1', '102,27/03/2008,15/02/2016,PN1'),
    ]);
    expect([parsed.children.length, parsed.episodes.length, parsed.meetings.length]).toEqual([2, 2, 3]);
    expect(told(parsed)).toEqual([
      'episodes.csv 3 DOUBTED DECOM: the episode begins before an earlier one has ended; both are kept',
      "reviews.csv 2 DOUBTED REVIEW: the review lies before the child's first episode in these files; it is kept",
      'header.csv 3 DOUBTED null: the child has no episode in these files; the child is kept',
    ]);
  });

  test('a child whom the header does not know is kept with what the other files say', async () => {
    const parsed = await parseSsda903([header(girl('101')), reviews('101,27/03/2008,15/02/2016,PN1', '103,01/02/2010,15/02/2016,PN9')]);
    expect(parsed.children[1]).toMatchObject({ reference: '103', birthYear: 2010, birthMonth: 2, gender: null });
    expect(parsed.meetings[1]).toMatchObject({ reference: '103', participationCode: null });
    expect(told(parsed)).toEqual([
      'reviews.csv 3 UNMATCHED REVIEW_CODE: the value is no known participation; it was not taken',
      'reviews.csv 3 UNMATCHED CHILD: the header file has no such child; kept with what this file says',
    ]);
  });

  test('the header alone is believed about a birth', async () => {
    const parsed = await parseSsda903([header(girl('101')), reviews('101,01/01/2009,15/02/2016,PN1', '101,01/01/2009,16/02/2016,PN1')]);
    expect(parsed.children).toMatchObject([{ birthYear: 2008, birthMonth: 3 }]);
    expect(parsed.notes.map(({ severity, list }) => [severity, list])).toEqual([
      ['DOUBTED', 'reviews.csv'],
      ['DOUBTED', 'reviews.csv'],
    ]);
  });

  test('rows that cannot be placed are left out with their reason', async () => {
    const parsed = await parseSsda903([
      header(girl('101'), girl('101'), '101,1,27/03/2008,WROM,D051,,', 'Ada Fixture,2,27/03/2008,WROM,D051,,'),
      episodes(episodeLine('101', '31/02/2016'), episodeLine('101', '15/02/2016', '14/02/2016'), `${episodeLine('101', '15/02/2016')},slipped`),
      reviews('101,27/03/2008,,PN1', ',27/03/2008,01/02/2016,PN1', '101,27/03/2008,01/02/2016,PN1', '101,27/03/2008,01/02/2016,PN2'),
    ]);
    expect(told(parsed).filter((line) => line.includes('LEFT_OUT'))).toEqual([
      'header.csv 3 LEFT_OUT null: repeats header.csv, row 2',
      'header.csv 4 LEFT_OUT null: stands for the same as header.csv, row 2, which is kept, but differs in: SEX',
      'header.csv 5 LEFT_OUT CHILD: this is not a child reference (letters and digits, no spaces)',
      'episodes.csv 2 LEFT_OUT DECOM: there is no such day in the calendar',
      'episodes.csv 3 LEFT_OUT DEC: the end lies before the start',
      'episodes.csv 4 LEFT_OUT null: the row has more cells than there are headings',
      'reviews.csv 2 LEFT_OUT REVIEW: there is no date to place it by',
      'reviews.csv 3 LEFT_OUT CHILD: there is no child reference',
      'reviews.csv 5 LEFT_OUT null: stands for the same as reviews.csv, row 4, which is kept, but differs in: REVIEW_CODE',
    ]);
    expect(parsed.counts.map(({ read, kept, leftOut }) => [read, kept, leftOut])).toEqual([
      [4, 1, 3],
      [3, 0, 3],
      [4, 1, 3],
    ]);
  });

  test('rows count as in Excel across empty and broken lines, columns may stand in any order', async () => {
    const file = csvFile('r.csv', 'REVIEW_CODE;NOTE;CHILD;REVIEW', ',;;;', ';;;', '', 'PN2;"two\r\nlines";7;01/02/2016', ';;;');
    const parsed = await parseSsda903([file]);
    expect(parsed.counts).toEqual([{ list: 'r.csv', read: 2, kept: 1, leftOut: 1 }]);
    expect(parsed.meetings[0]?.source).toEqual({ list: 'r.csv', row: 5 });
  });

  test('another file of the return is named, and a folder is not', async () => {
    const other = csvFile('C:\\returns\\missing.csv', 'CHILD,DOB,MISSING,MIS_START,MIS_END', '101,27/03/2008,M,01/01/2020,02/01/2020');
    const parsed = await parseSsda903([other, header(girl('101'))]);
    expect(told(parsed)).toEqual(['missing.csv 1 UNMATCHED null: the file is none of header, episodes and reviews; its 1 rows were not read']);
    await expect(parseSsda903([other])).rejects.toMatchObject({ code: 'NO_LISTS' });
    await expect(parseSsda903([])).rejects.toBeInstanceOf(ImportFileRefused);
  });
});

const date = fc.constantFrom('01/02/2016', '2016-03-01', '31/02/2016', '', 'soon', '01/01/2015');
const child = fc.constantFrom('101', '102', 'A-3', '', 'Ada');

test('whatever the rows, each is kept or left out once with a reason', async () => {
  const rows = fc.array(fc.tuple(child, date, date), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(rows, rows, rows, async (people, stays, talks) => {
      const parsed = await parseSsda903([
        header(...people.map(([id, birth]) => `${id},1,${birth},WBRI,U,,`)),
        episodes(...stays.map(([id, from, to]) => episodeLine(id, from, to))),
        reviews(...talks.map(([id, birth, on]) => `${id},${birth},${on},PN1`)),
      ]);
      const left = parsed.notes.filter(({ severity }) => severity === 'LEFT_OUT');
      expect(new Set(left.map(({ list, row }) => `${list} ${row}`)).size).toBe(left.length);
      expect(parsed.counts.map(({ read }) => read)).toEqual([people.length, stays.length, talks.length]);
      for (const { list, read, kept, leftOut } of parsed.counts) {
        expect(kept + leftOut).toBe(read);
        expect(left.filter((note) => note.list === list)).toHaveLength(leftOut);
      }
      expect(parsed.counts.slice(1).map(({ kept }) => kept)).toEqual([parsed.episodes.length, parsed.meetings.length]);
    }),
  );
});
