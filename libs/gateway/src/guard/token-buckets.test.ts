import { TokenBuckets } from './token-buckets';

describe('A token bucket', () => {
  let now = 0;
  const buckets = (most?: number): TokenBuckets => new TokenBuckets({ perMinute: 6, clock: () => now, ...(most && { most }) });
  beforeEach(() => (now = 0));

  it('gives what it holds, then says when there is more', () => {
    const subject = buckets();
    expect([subject.take('a', 4), subject.take('a', 2), subject.take('a')]).toEqual([0, 0, 10]);
    now = 9_000;
    expect([subject.take('a'), subject.take('a', 3)]).toEqual([1, 21]);
    now = 10_000;
    expect([subject.take('a'), subject.take('a')]).toEqual([0, 10]);
  });

  it('takes nothing when it refuses, and nothing when it is only asked', () => {
    const subject = buckets();
    expect([subject.take('a', 5), subject.take('a', 2), subject.wait('a'), subject.wait('a'), subject.take('a'), subject.wait('a')]).toEqual([0, 10, 0, 0, 0, 10]);
  });

  it('holds no more than it gains in a minute, and keys do not share', () => {
    const subject = buckets();
    now = 600_000;
    expect([subject.take('a', 6), subject.take('a'), subject.take('b', 6)]).toEqual([0, 10, 0]);
  });

  it('asked for more than it ever holds, gives when it is full', () => {
    const subject = buckets();
    expect([subject.take('a', 50), subject.take('a', 50)]).toEqual([0, 60]);
  });

  it('forgets the key used longest ago when there are too many', () => {
    const subject = buckets(2);
    subject.take('a', 6);
    subject.take('b', 6);
    subject.take('c', 6);
    expect([subject.take('c'), subject.take('b'), subject.take('a')]).toEqual([10, 10, 0]);
  });
});
