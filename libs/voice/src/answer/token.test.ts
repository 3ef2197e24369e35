import fc from 'fast-check';
import { keepVoiceSecret } from './link-keys';
import { newToken, spentHash, versionOfToken } from './token';

const VERSION = '4b0c7c1e-6c0a-4c55-8a57-0c6f3b1d2e3f';

beforeEach(() => keepVoiceSecret('one secret of sixteen or more'));

test('a token opens the version it was made for, and says nothing else', () => {
  const token = newToken(VERSION);
  expect(versionOfToken(token)).toBe(VERSION);
  expect(newToken(VERSION)).not.toBe(token);
});

test('a token with any character changed opens nothing', () => {
  const token = newToken(VERSION);
  fc.assert(
    fc.property(fc.nat({ max: token.length - 1 }), fc.constantFrom(...'ABCxyz019-_'), (at, character) => {
      fc.pre(token[at] !== character);
      expect(versionOfToken(token.slice(0, at) + character + token.slice(at + 1))).toBeNull();
    }),
  );
});

test.each(['', 'a', 'A'.repeat(75), 'A'.repeat(74), `${'A'.repeat(74)}=`, 'ü'.repeat(75)])('%j opens nothing', (text) => {
  expect(versionOfToken(text)).toBeNull();
});

test('a token of another secret opens nothing, and its hash is another', () => {
  const token = newToken(VERSION);
  const hash = spentHash(token);
  keepVoiceSecret('another secret of sixteen or more');
  expect(versionOfToken(token)).toBeNull();
  expect(spentHash(token)).not.toBe(hash);
});

test('a short secret is refused', () => {
  expect(() => keepVoiceSecret('short')).toThrow('at least 16');
});
