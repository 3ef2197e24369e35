export interface BucketOptions {
  /** What a bucket gains in a minute, and holds when it is full. */
  perMinute: number;
  /** So many are kept; the one used longest ago goes first. */
  most?: number;
  /** Milliseconds. */
  clock?: () => number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * A token bucket for each key, in this process. A library would bring stores that are not used here;
 * what is needed of one is this page.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();
  private readonly clock: () => number;

  constructor(private readonly options: BucketOptions) {
    this.clock = options.clock ?? Date.now;
  }

  /** Takes so many and answers 0, or takes none and answers in how many seconds they will be there. */
  take(key: string, count = 1): number {
    const bucket = this.filled(key);
    // More than a bucket ever holds waits for a full one.
    const wanted = Math.min(count, this.options.perMinute);
    if (bucket.tokens >= wanted) {
      bucket.tokens -= wanted;
      return 0;
    }
    return Math.max(1, Math.ceil(((wanted - bucket.tokens) * 60) / this.options.perMinute));
  }

  /** In how many seconds one can be taken; 0 when it can be now. Takes none. */
  wait(key: string): number {
    return this.take(key, 1) || this.back(key);
  }

  private back(key: string): 0 {
    this.filled(key).tokens += 1;
    return 0;
  }

  private filled(key: string): Bucket {
    const { perMinute, most = 20_000 } = this.options;
    const now = this.clock();
    const known = this.buckets.get(key);
    const tokens = known ? Math.min(perMinute, known.tokens + (Math.max(0, now - known.at) * perMinute) / 60_000) : perMinute;
    const bucket = { tokens, at: now };
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    const oldest = this.buckets.size > most ? this.buckets.keys().next() : undefined;
    if (oldest && !oldest.done) this.buckets.delete(oldest.value);
    return bucket;
  }
}
