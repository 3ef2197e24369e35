import { randomBytes } from 'node:crypto';
import { secretEnvironment, secretFault } from './secret-strength';

test('32 random bytes are taken, however they are written', () => {
  for (let n = 0; n < 2_000; n += 1) {
    const bytes = randomBytes(32);
    for (const form of ['hex', 'base64', 'base64url'] as const) expect([form, secretFault(bytes.toString(form), true)]).toEqual([form, null]);
    expect(secretFault(randomBytes(16).toString('hex'), true)).toBeNull();
  }
});

test.each([
  ['a known word', 'Th1s-Is-My-Secret-0f-The-Platform-92'],
  ['a placeholder', 'changeme-7fK2pQ9sVb4nXw1zRt6yLm3c'],
  ['what tests use', 'only-for-tests-and-nothing-else-at-all'],
  ['one letter', 'x'.repeat(40)],
  ['few letters', 'abcabdabcbabcdcabdcbabcdabcdbacd'],
  ['one part twice', 'k7Qz9Vt2Lw5Xn8Rbk7Qz9Vt2Lw5Xn8Rb'],
  ['one part with a rest', 'k7Qz9Vt2k7Qz9Vt2k7Qz9Vt2k7Qz9Vt2'],
  ['counting', 'abcdefghijklmnopqrstuvwxyz0123456789'],
  ['counting backwards', '9876543210zyxwvutsrqponmlkjihgfedcba'],
  ['mostly one letter', 'aaaaaaaaaaaaaaaaaaaaaaaaQzVtLwXnRbKp'],
])('production refuses %s', (_what, secret) => {
  expect(secretFault(secret, true)).toMatch(/too easy to guess/);
  expect(secretFault(secret, false)).toBeNull();
});

test('a short one is refused everywhere, and no fault says what it was', () => {
  for (const production of [true, false]) expect(secretFault('k7Qz9Vt2Lw5Xn8Rb', production)).toBe('must have at least 32 characters');
  expect(secretFault('hunter2hunter2hunter2hunter2hunter2', true)).not.toContain('hunter');
});

test('it must be set in production, and for a part that runs alone', () => {
  const faults = (needed: boolean, environment: Record<string, string>) => secretEnvironment({ needed }).safeParse(environment).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
  expect(faults(false, {})).toEqual([]);
  expect(faults(false, { NODE_ENV: 'production', QAF_SUBGRAPH_SECRET: '' })).toEqual(['QAF_SUBGRAPH_SECRET is needed in production']);
  expect(faults(true, {})).toEqual(['QAF_SUBGRAPH_SECRET is needed: the secret that the parts share']);
});
