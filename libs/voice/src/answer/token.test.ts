import { createHmac, randomFillSync } from 'node:crypto';
import fc from 'fast-check';
import { keepVoiceSecret, linkKeys } from './link-keys';
import { newToken, opened, spentHash, versionOfToken } from './token';

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

test('a link says how it was given and to how old a person, in words that many share, and no more', () => {
  const offered = { mode: 'INTERVIEW', ageBand: '12_TO_15', language: 'pl' } as const;
  const token = newToken(VERSION, offered);
  expect(opened(token)).toEqual({ questionnaireVersionId: VERSION, offered });
  // Five of its bytes at most tell anything beside the version: the rest is random and the MAC.
  const [one, other] = [newToken(VERSION, offered), newToken(VERSION, offered)].map((text) => Buffer.from(text, 'base64url'));
  expect(one?.subarray(16, 37)).toEqual(other?.subarray(16, 37));
  expect(one?.subarray(0, 16)).not.toEqual(other?.subarray(0, 16));
});

test('a link from before, without these words, still opens', () => {
  const body = Buffer.concat([Buffer.alloc(16, 7), Buffer.from(VERSION.replaceAll('-', ''), 'hex')]);
  const mac = createHmac('sha256', linkKeys().sign).update(body).digest().subarray(0, 24);
  const token = Buffer.concat([body, mac]).toString('base64url');
  expect(token).toHaveLength(75);
  expect(opened(token)).toEqual({ questionnaireVersionId: VERSION, offered: { mode: null, ageBand: null, language: null } });
});

test('of a million altered and guessed tokens none opens', () => {
  const token = Buffer.from(newToken(VERSION), 'base64url');
  let opens = 0;
  for (let turn = 0; turn < 1_000_000; turn += 1) {
    const bytes = Buffer.from(token);
    // Every third is random from end to end; of the rest, one to four bytes are others.
    if (turn % 3 === 0) randomFillSync(bytes);
    else for (let change = 0; change <= turn % 4; change += 1) bytes[(turn * 31 + change * 17) % bytes.length]! ^= 1 + ((turn * 7 + change) % 255);
    if (!bytes.equals(token) && opened(bytes.toString('base64url')) !== null) opens += 1;
  }
  expect(opens).toBe(0);
  expect(opened(token.toString('base64url'))).not.toBeNull();
}, 120_000);
