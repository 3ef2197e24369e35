import { VerifiedTokens } from './verified-tokens';

const NOON = Date.parse('2026-06-01T12:00:00Z');

describe('A token that was found good', () => {
  it('is known for thirty seconds, and checked again after', () => {
    const tokens = new VerifiedTokens();
    tokens.keep('a.b.c', 'amina.khan', NOON / 1_000 + 3_600, 5, NOON);
    expect(tokens.subjectOf('a.b.c', NOON + 29_999)).toBe('amina.khan');
    expect(tokens.subjectOf('a.b.d', NOON)).toBeUndefined();
    expect(tokens.subjectOf('a.b.c', NOON + 30_000)).toBeUndefined();
  });

  it('is not known beyond its own end, with the tolerance of the check', () => {
    const tokens = new VerifiedTokens();
    tokens.keep('a.b.c', 'amina.khan', NOON / 1_000 + 10, 5, NOON);
    expect(tokens.subjectOf('a.b.c', NOON + 14_999)).toBe('amina.khan');
    expect(tokens.subjectOf('a.b.c', NOON + 15_000)).toBeUndefined();
  });

  it('takes no more memory than a few thousand of common length', () => {
    const tokens = new VerifiedTokens();
    tokens.keep('x'.repeat(2_049), 'long', NOON / 1_000 + 3_600, 5, NOON);
    expect(tokens.subjectOf('x'.repeat(2_049), NOON)).toBeUndefined();
    for (let count = 0; count <= 5_000; count += 1) tokens.keep(`token ${count}`, 'one', NOON / 1_000 + 3_600, 5, NOON);
    expect(tokens.subjectOf('token 0', NOON)).toBeUndefined();
    expect(tokens.subjectOf('token 5000', NOON)).toBe('one');
  });
});
