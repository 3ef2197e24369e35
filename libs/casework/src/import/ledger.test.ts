import { Ledger } from './ledger';

test('a row is left out once, whatever else is wrong with it', () => {
  const ledger = new Ledger();
  const source = { list: 'List 1', row: 2 };
  ledger.read(source);
  ledger.leaveOut(source, 'Date of Contact', 'first');
  ledger.leaveOut(source, 'Child Unique ID', 'second');
  expect(ledger.notes.map(({ reason }) => reason)).toEqual(['first']);
  expect(ledger.counts()).toEqual([{ list: 'List 1', read: 1, kept: 0, leftOut: 1 }]);
});
