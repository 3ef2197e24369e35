import { keepVoiceSecret } from './link-keys';
import { sealed, sealedComment, SHEET_BYTES, TooLongToSeal, unsealed, unsealedComment } from './sealing';

const VERSION = '4b0c7c1e-6c0a-4c55-8a57-0c6f3b1d2e3f';
const SHEET = { language: 'en', variant: 'STANDARD', answers: [{ key: 'what-helped', text: 'My worker’s dog 🐕' }] };

beforeEach(() => keepVoiceSecret('one secret of sixteen or more'));

test('what is sealed opens again with the same version and period, and with no other', () => {
  const sheet = sealed(SHEET, VERSION, '2018-19 Q3');
  expect(unsealed(sheet, VERSION, '2018-19 Q3')).toEqual(SHEET);
  expect(() => unsealed(sheet, VERSION, '2018-19 Q4')).toThrow();
  expect(() => unsealed(sheet, VERSION.replace('4b', '4c'), '2018-19 Q3')).toThrow();
});

test('without the secret it stays shut', () => {
  const sheet = sealed(SHEET, VERSION, '2018-19 Q3');
  keepVoiceSecret('another secret of sixteen or more');
  expect(() => unsealed(sheet, VERSION, '2018-19 Q3')).toThrow();
});

test('a short answer and the longest one look alike, and the same answers never look the same', () => {
  const room = SHEET_BYTES - Buffer.byteLength(JSON.stringify({ ...SHEET, answers: [{ key: 'what-helped', text: '' }] }));
  const long = { ...SHEET, answers: [{ key: 'what-helped', text: 'a'.repeat(room) }] };
  expect(sealed(long, VERSION, '2018-19 Q3').sealed).toHaveLength(sealed(SHEET, VERSION, '2018-19 Q3').sealed.length);
  expect(sealed(SHEET, VERSION, '2018-19 Q3').sealed).not.toBe(sealed(SHEET, VERSION, '2018-19 Q3').sealed);
  const longer = { ...SHEET, answers: [{ key: 'what-helped', text: 'a'.repeat(room + 1) }] };
  expect(() => sealed(longer, VERSION, '2018-19 Q3')).toThrow(TooLongToSeal);
});

test('own words wait sealed for the question that they answer, at one length', () => {
  const [short, long] = ['Yes', 'ż'.repeat(4_000)].map((text) => sealedComment(text, 'what-helped'));
  expect(long?.sealed).toHaveLength(short?.sealed.length ?? 0);
  expect(unsealedComment(short!, 'what-helped')).toBe('Yes');
  expect(() => unsealedComment(short!, 'what-else')).toThrow();
});
