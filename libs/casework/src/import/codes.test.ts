import { CellError, textCell } from './cells';
import { readCode } from './codes';
import { normaliseName } from './names';
import { readReference } from './references';
import { ethnicity, gender, yesNo } from './vocabularies/child';
import { legalStatus, placementType } from './vocabularies/looked-after';
import { categoryOfAbuse, categoryOfNeed, referralSource } from './vocabularies/need';

describe('coded and uncoded values', () => {
  test.each(['a) Male', 'Male', 'male', 'M', 'm', '1', 1])('%s is M', (cell) => {
    expect(readCode(cell, gender)).toEqual({ code: 'M' });
  });

  test.each([
    ['b) 1B: Individual', referralSource, '1B'],
    ['q) 6: Police', referralSource, '6'],
    ['Police', referralSource, '6'],
    [10, referralSource, '10'],
    ['N1 - Abuse or Neglect', categoryOfNeed, 'N1'],
    ['Abuse or neglect', categoryOfNeed, 'N1'],
    ['Physical abuse', categoryOfAbuse, 'PHY'],
    ['e) EMO', categoryOfAbuse, 'EMO'],
    ['C2: FCO', legalStatus, 'C2'],
    ['f) U6: Foster placement - not FFA', placementType, 'U6'],
    ['a) WBRI', ethnicity, 'WBRI'],
    ['White British', ethnicity, 'WBRI'],
    ['c) Not stated/recorded', gender, 'U'],
    [true, yesNo, 'Y'],
    ['b) No', yesNo, 'N'],
  ])('%s of its vocabulary is %s', (cell, vocabulary, code) => {
    expect(readCode(cell, vocabulary)).toEqual({ code });
  });

  test('nothing is guessed: a lone letter, an adult code, free text and an error have no code', () => {
    expect(readCode('a)', gender)).toEqual({ fault: 'UNKNOWN' });
    expect(readCode('PSRMEM - Support with memory', categoryOfNeed)).toEqual({ fault: 'UNKNOWN' });
    expect(readCode('N12 - Abuse', categoryOfNeed)).toEqual({ fault: 'UNKNOWN' });
    expect(readCode('CS Assessment Updated', yesNo)).toEqual({ fault: 'UNKNOWN' });
    expect(readCode(new CellError('#N/A'), gender)).toEqual({ fault: 'CELL_ERROR' });
    expect(readCode(null, gender)).toBeNull();
  });
});

test('names match across no-break spaces, runs of spaces, case and apostrophes', () => {
  expect(normaliseName(' Siobhán\u00a0 O’Fixture ')).toBe("siobhán o'fixture");
  expect(normaliseName('\uFF21da \uFB01xture')).toBe('ada fixture');
  expect(normaliseName('Brandon\u2011Lee')).toBe('brandon-lee');
});

test('a reference has a digit and no space, so a name is none', () => {
  expect(readReference(textCell('\u00a09212044 '))).toBe('9212044');
  expect(readReference(9_212_044)).toBe('9212044');
  expect(readReference('9212044.0')).toBe('9212044');
  expect(readReference('CF-00123/2')).toBe('CF-00123/2');
  for (const cell of ['Ada Fixture', 'Ada', 'Ada 2', null, 1.5e21, true]) expect(readReference(cell)).toBeNull();
});

test('placeholders are nothing, and an error typed as text is an error', () => {
  for (const text of ['', ' \u00a0', '-', 'N/A', 'null', '\u200b']) expect(textCell(text)).toBeNull();
  expect(textCell('#n/a')).toEqual(new CellError('#N/A'));
});
