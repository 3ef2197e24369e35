import { createHash } from 'node:crypto';
import { isNobody } from '@qaf/identity';
import type { Viewer } from '@qaf/identity';
import { TokenBuckets } from './token-buckets';

export interface RateSettings {
  /** Tries at a child's token, and wrong logins, from one address; each has a budget of its own. */
  guessesPerMinute: number;
  /** Requests of one person, or of one address without a login. */
  requestsPerMinute: number;
  clock?: () => number;
}

/** All addresses together may guess so many times as often as one. */
const EVERYBODY = 20;
const MOST_TOKENS = 10_000;

/** Who may ask how often. Each question answers 0, or the seconds to wait. */
export class Rates {
  private readonly people: TokenBuckets;
  private readonly guesses: Budget;
  private readonly logins: Budget;
  private readonly good = new Set<string>();

  constructor({ guessesPerMinute, requestsPerMinute, clock }: RateSettings) {
    const timed = clock ? { clock } : {};
    this.people = new TokenBuckets({ perMinute: requestsPerMinute, ...timed });
    this.guesses = new Budget(guessesPerMinute, timed);
    this.logins = new Budget(guessesPerMinute, timed);
  }

  request(viewer: Viewer, address: string): number {
    return this.people.take(isNobody(viewer) ? networkOf(address) : viewer.personId);
  }

  guess(address: string, count: number): number {
    return count === 0 ? 0 : this.guesses.take(networkOf(address), count);
  }

  /** Before a token is looked at. One that was good before passes, so that a wrong client beside it locks nobody out who is in. */
  login(address: string, authorization: string | undefined): number {
    if (authorization === undefined || this.good.has(digestOf(authorization))) return 0;
    return this.logins.wait(networkOf(address));
  }

  loggedIn(authorization: string | undefined): void {
    if (authorization === undefined) return;
    const digest = digestOf(authorization);
    this.good.delete(digest);
    this.good.add(digest);
    const oldest = this.good.size > MOST_TOKENS ? this.good.values().next() : undefined;
    if (oldest && !oldest.done) this.good.delete(oldest.value);
  }

  loginFailed(address: string): void {
    this.logins.take(networkOf(address), 1);
  }
}

/** A budget of each address, within one of all. */
class Budget {
  private readonly each: TokenBuckets;
  private readonly all: TokenBuckets;

  constructor(perMinute: number, timed: { clock?: () => number }) {
    this.each = new TokenBuckets({ perMinute, ...timed });
    this.all = new TokenBuckets({ perMinute: perMinute * EVERYBODY, ...timed });
  }

  take(address: string, count: number): number {
    return this.each.take(address, count) || this.all.take('all', count);
  }

  wait(address: string): number {
    return Math.max(this.each.wait(address), this.all.wait('all'));
  }
}

/** Who has one IPv6 address has a whole network of them. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  return `${[...first, ...zeros, ...last].slice(0, 4).join(':')}::/64`;
}

/** Tokens are not kept, only what tells them apart. */
function digestOf(authorization: string): string {
  return createHash('sha256').update(authorization).digest('base64');
}
