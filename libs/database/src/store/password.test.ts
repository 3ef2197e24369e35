import { passwordOf, scramVerifier } from './password';

test('a verifier is what RFC 7677 works out for its example', () => {
  // RFC 7677, section 3: user "user", password "pencil", salt W22ZaJ0SNY7soEsUEjb6gQ==, 4096 rounds.
  // StoredKey and ServerKey follow from the proof and signature printed there.
  const verifier = scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'));
  expect(verifier).toBe('SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=');
});

test('every role has a password of its own, and another with another secret', () => {
  const passwords = [passwordOf('one', 'qaf_voice'), passwordOf('one', 'qaf_casework'), passwordOf('two', 'qaf_voice')];
  expect(new Set(passwords).size).toBe(3);
  expect(passwords.every((password) => /^[0-9a-f]{64}$/.test(password))).toBe(true);
});
