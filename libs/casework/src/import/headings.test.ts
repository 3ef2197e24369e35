import fc from 'fast-check';
import { editDistance, headingForm, matchHeadings } from './headings';

const columns = {
  reference: { title: 'Child Unique ID' },
  start: { title: 'Date of Referral', aliases: ['Referral date'] },
  plan: { title: 'Child Protection Plan Start Date' },
  alone: { title: 'Was the Child Seen Alone? (Y/N)' },
  stage1: { title: 'Date Stage 1 started' },
};

describe('finding columns by their headings', () => {
  test('the order of columns, case, spaces, quotes and hints do not matter', () => {
    const { indexes, mistyped } = matchHeadings(['was the child seen alone', null, 'REFERRAL\u00a0DATE (dd/mm/yyyy)', 'Child  unique id:'], columns);
    expect(Object.fromEntries(indexes)).toEqual({ alone: 0, start: 2, reference: 3 });
    expect(mistyped).toEqual([]);
  });

  test('a small typo is forgiven and told', () => {
    const { indexes, mistyped } = matchHeadings(['Child Unqiue ID', 'Child Protecton Plan Start Dat'], columns);
    expect(Object.fromEntries(indexes)).toEqual({ reference: 0, plan: 1 });
    expect(mistyped).toEqual(['reference', 'plan']);
  });

  test('another digit or another word is another column', () => {
    expect(matchHeadings(['Date Stage 2 started', 'Date of Removal', 'Child Protection Plan End Date'], columns).indexes.size).toBe(0);
  });

  test('a right heading wins over a mistyped one', () => {
    const { indexes, mistyped } = matchHeadings(['Child Unqiue ID', 'Child Unique ID'], columns);
    expect(indexes.get('reference')).toBe(1);
    expect(mistyped).toEqual([]);
  });

  test('two columns with one heading are both refused', () => {
    const { indexes, ambiguous } = matchHeadings(['Date of Referral', 'Child Unique ID', 'Referral date'], columns);
    expect(indexes.has('start')).toBe(false);
    expect(ambiguous).toEqual(['start']);
  });

  test('reordering the columns moves the indexes with them', () => {
    const titles = Object.values(columns).map(({ title }) => title);
    fc.assert(
      fc.property(fc.shuffledSubarray(titles, { minLength: titles.length }), (shuffled) => {
        const { indexes } = matchHeadings(shuffled, columns);
        for (const [name, { title }] of Object.entries(columns)) expect(indexes.get(name)).toBe(shuffled.indexOf(title));
      }),
    );
  });
});

test('a swap, a change, a loss and a gain each cost one', () => {
  expect(editDistance('unique', 'unqiue', 3)).toBe(1);
  expect(editDistance('start', 'stark', 3)).toBe(1);
  expect(editDistance('start', 'star', 3)).toBe(1);
  expect(editDistance('kitten', 'sitting', 3)).toBe(3);
});

test('only hints at the end are dropped from a heading', () => {
  expect(headingForm('Within the Last 12 Months (Y/N))')).toBe('within the last 12 months');
  expect(headingForm('Child’s Legal Status')).toBe(headingForm("Child's legal status"));
});
