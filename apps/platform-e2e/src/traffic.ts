export interface Reply {
  /** 0 when no answer came. */
  status: number;
  /** Milliseconds from the request. */
  took: number;
  /** When it was sent, on the clock of `performance.now()`. */
  sent: number;
  codes: string[];
  data: unknown;
  retryAfter: string | null;
}

/** Asks once, and never throws. */
export async function askOnce(url: string, token: string | null, query: string, variables?: object): Promise<Reply> {
  const sent = performance.now();
  try {
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }, body: JSON.stringify({ query, variables }), signal: AbortSignal.timeout(30_000) });
    const { data, errors = [] } = (await answer.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    return { status: answer.status, took: performance.now() - sent, sent, codes: errors.map((error) => error.extensions.code), data, retryAfter: answer.headers.get('retry-after') };
  } catch {
    return { status: 0, took: performance.now() - sent, sent, codes: [], data: null, retryAfter: null };
  }
}

export interface Traffic {
  replies: Reply[];
  /** Sends no more, and waits for what was sent. */
  stop(): Promise<Reply[]>;
}

/** Sends requests at an even rate, whether or not the earlier ones are answered: as people do. */
export function traffic(perSecond: number, ask: () => Promise<Reply>): Traffic {
  const replies: Reply[] = [];
  const pending = new Set<Promise<void>>();
  const start = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    for (const due = ((performance.now() - start) * perSecond) / 1_000; sent < due; sent += 1) {
      const one = ask().then((reply) => void replies.push(reply)).finally(() => pending.delete(one));
      pending.add(one);
    }
  }, 5);
  return {
    replies,
    stop: async () => {
      clearInterval(timer);
      await Promise.all(pending);
      return replies;
    },
  };
}

export const whole = ({ status, codes }: Reply): boolean => status === 200 && codes.length === 0;

/** Each status with its codes, once. */
export const told = (replies: Reply[]): string[] => [...new Set(replies.map(({ status, codes }) => `${status} ${[...new Set(codes)].join()}`.trim()))].sort();

export const worst = (replies: Reply[]): number => Math.round(Math.max(...replies.map((reply) => reply.took)));

/** Figures for those who want to see them; a test holds what happened, not how long it took. */
export const say = (what: string, figures: object): void => void (process.env['QAF_FIGURES'] && process.stderr.write(`${what}: ${JSON.stringify(figures)}\n`));
