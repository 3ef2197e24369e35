import { ethnicity } from '../import/vocabularies/child';
import { ethnicityGroup } from './ethnicity-group.rules';

test.each([['WROM', 'WHITE'], ['MOTH', 'MIXED'], ['CHNE', 'ASIAN'], ['BAFR', 'BLACK'], ['OOTH', 'OTHER'], ['REFU', 'UNKNOWN'], [null, 'UNKNOWN']])('%s belongs to %s', (code, group) => {
  expect(ethnicityGroup(code)).toBe(group);
});

test('every code of the vocabulary has a group, but those that say nothing', () => {
  expect([...ethnicity.codes.values()].filter((code) => ethnicityGroup(code) === 'UNKNOWN').sort()).toEqual(['NOBT', 'REFU']);
});
