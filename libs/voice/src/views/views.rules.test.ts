import { type Heard, heardFault, heardOf } from './views.rules';

const NOTHING: Heard = { seen: null, seenAlone: null, participationCode: null, views: null, influencedPlan: null };

test.each([
  ['VISIT', { seen: true, seenAlone: true, views: 'Wants to stay', influencedPlan: true }],
  ['VISIT', { seen: false }],
  ['VISIT', { seen: true, seenAlone: false }],
  ['LAC_REVIEW', { participationCode: 'PN1' }],
  ['CP_CONFERENCE', {}],
  ['ASSESSMENT', { seen: true, influencedPlan: false }],
])('%s with %j can be right', (occasion, heard) => {
  expect(heardFault(occasion, { ...NOTHING, ...heard })).toBeNull();
});

test.each([
  ['VISIT', {}, ['seen']],
  ['VISIT', { seen: false, seenAlone: true }, ['seenAlone']],
  ['VISIT', { seen: true, participationCode: 'PN1' }, ['participationCode']],
  ['ASSESSMENT', { participationCode: 'PN1' }, ['participationCode']],
  ['LAC_REVIEW', { influencedPlan: true }, ['views']],
])('%s with %j cannot', (occasion, heard, path) => {
  expect(heardFault(occasion, { ...NOTHING, ...heard })?.path).toEqual(path);
});

test('what is left out is not known, and an empty text is no view', () => {
  expect(heardOf({ seen: false, views: '' })).toEqual({ ...NOTHING, seen: false });
});
