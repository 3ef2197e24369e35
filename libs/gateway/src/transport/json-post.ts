import { Pool } from 'undici';
import { CircuitBreaker } from './circuit-breaker';
import { SubgraphTimeout, SubgraphUnavailable } from './transport';

/** The largest answer that is read. */
const MOST_BYTES = 64 * 1024 * 1024;

export interface PostOptions {
  url: string;
  timeoutMs: number;
  breaker?: CircuitBreaker;
}

/** Posts JSON to one address over kept connections, within a time, and not at all while the other side is down. */
export class JsonPost {
  private readonly pool: Pool;
  private readonly path: string;
  private readonly breaker: CircuitBreaker;

  constructor(private readonly options: PostOptions) {
    const { origin, pathname, search } = new URL(options.url);
    this.path = `${pathname}${search}`;
    this.breaker = options.breaker ?? new CircuitBreaker();
    this.pool = new Pool(origin, { connections: 32, pipelining: 1, maxResponseSize: MOST_BYTES, connectTimeout: options.timeoutMs, keepAliveTimeout: 30_000 });
  }

  /** The parsed body of a 200. Throws SubgraphTimeout or SubgraphUnavailable, whose messages hold neither address nor body. */
  async send(headers: Record<string, string>, body: unknown): Promise<unknown> {
    if (!this.breaker.admits()) throw new SubgraphUnavailable('resting after failures');
    try {
      const answer = await this.exchange(headers, JSON.stringify(body));
      this.breaker.succeeded();
      return answer;
    } catch (error) {
      if (error instanceof Refused) this.breaker.succeeded();
      else this.breaker.failed();
      throw asSubgraphError(error);
    }
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async exchange(headers: Record<string, string>, body: string): Promise<unknown> {
    const signal = AbortSignal.timeout(this.options.timeoutMs);
    const response = await this.pool.request({ method: 'POST', path: this.path, body, signal, headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' } });
    if (response.statusCode === 200) return response.body.json();
    await response.body.dump();
    throw response.statusCode < 500 ? new Refused(`status ${response.statusCode}`) : new SubgraphUnavailable(`status ${response.statusCode}`);
  }
}

/** It answers, and does not want this. */
class Refused extends Error {}

function asSubgraphError(error: unknown): Error {
  if (error instanceof SubgraphUnavailable) return error;
  if (error instanceof Refused) return new SubgraphUnavailable(error.message);
  const { name = '', code = '' } = error as { name?: string; code?: string };
  const late = name === 'TimeoutError' || /TIMEOUT/.test(code);
  return late && !/CONNECT/.test(code) ? new SubgraphTimeout() : new SubgraphUnavailable(code || name);
}
