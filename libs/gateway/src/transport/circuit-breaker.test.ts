import { CircuitBreaker } from './circuit-breaker';

describe('A circuit breaker', () => {
  let now = 0;
  const breaker = (): CircuitBreaker => new CircuitBreaker({ failures: 2, restMs: 1_000, clock: () => now });

  it('opens after failures in a row, and lets one request try after a rest', () => {
    const subject = breaker();
    subject.failed();
    expect(subject.admits()).toBe(true);
    subject.failed();
    expect(subject.admits()).toBe(false);
    now = 1_000;
    expect([subject.admits(), subject.admits()]).toEqual([true, false]);
    subject.failed();
    expect(subject.admits()).toBe(false);
    now = 2_000;
    expect(subject.admits()).toBe(true);
    subject.succeeded();
    expect([subject.admits(), subject.admits()]).toEqual([true, true]);
  });

  it('counts only failures in a row', () => {
    const subject = breaker();
    subject.failed();
    subject.succeeded();
    subject.failed();
    expect(subject.admits()).toBe(true);
  });
});
