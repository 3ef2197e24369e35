import fc from 'fast-check';
import { FileLinks } from './file-links';

const FILE = '11111111-2222-4333-8444-555555555555';
const PERSON = '66666666-7777-4888-9999-aaaaaaaaaaaa';
const NOW = new Date('2019-06-12T09:00:00.900Z');
const links = new FileLinks('a secret of thirty-two letters or more');

it('says which file, for whom, and five minutes', () => {
  const { link, expiresAt } = links.make(FILE, PERSON, NOW);
  expect(link).toMatch(/^[\w-]{91}$/);
  expect(expiresAt).toEqual(new Date('2019-06-12T09:05:00Z'));
  expect(links.read(link)).toEqual({ fileId: FILE, personId: PERSON, expiresAt });
});

it('is known by its maker alone, with no letter changed', () => {
  const { link } = links.make(FILE, PERSON, NOW);
  expect(new FileLinks('another secret of thirty-two letters').read(link)).toBeNull();
  fc.assert(
    fc.property(fc.nat({ max: 90 }), fc.constantFrom(...'ABCDwxyz0189-_'), (at, letter) => {
      fc.pre(link[at] !== letter);
      expect(links.read(link.slice(0, at) + letter + link.slice(at + 1))).toBeNull();
    }),
  );
});

it('has one spelling, though its last letter has two bits to spare', () => {
  const { link } = links.make(FILE, PERSON, NOW);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = letters.indexOf(link.at(-1) ?? '');
  for (const spare of [1, 2, 3]) expect(links.read(link.slice(0, -1) + letters[last + spare])).toBeNull();
});

it.each(['', 'a', 'A'.repeat(91), 'A'.repeat(92), `${'A'.repeat(90)}=`, 'ü'.repeat(91)])('nothing else is a link: %j', (text) => {
  expect(links.read(text)).toBeNull();
});

it('needs a long secret and real ids', () => {
  expect(() => new FileLinks('short')).toThrow('32 characters');
  expect(() => links.make('x', PERSON, NOW)).toThrow('UUIDs');
});
