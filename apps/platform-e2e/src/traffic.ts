import { Agent, request as ask } from 'node:http';
import { text } from 'node:stream/consumers';

interface Body {
  data?: unknown;
  errors?: { extensions: { code: string } }[];
}

export interface Reply {
  /** 0 when no answer came. */
  status: number;
  /** Milliseconds from the request. */
  took: number;
  /** When it was sent, on the clock of `performance.now()`. */
  sent: number;
  /** When its last byte was handed to the machine, on the same clock; Infinity when it never was. */
  written: number;
  codes: string[];
  data: unknown;
  retryAfter: string | null;
}

const agent = new Agent({ keepAlive: true, maxSockets: 512 });
const LONGEST_MS = 30_000;

/** Asks once, and never throws. */
export function askOnce(url: string, token: string | null, query: string, variables?: object): Promise<Reply> {
  const sent = performance.now();
  let written = Infinity;
  const reply = (status: number, { data, errors = [] }: Body = {}, retryAfter: string | null = null): Reply => ({ status, took: performance.now() - sent, sent, written, codes: errors.map((error) => error.extensions.code), data: data ?? null, retryAfter });
  return new Promise<Reply>((resolve) => {
    const request = ask(`${url}/graphql`, { method: 'POST', agent, timeout: LONGEST_MS, headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) } }, (answer) => {
      text(answer).then((said) => resolve(reply(answer.statusCode ?? 0, JSON.parse(said) as Body, answer.headers['retry-after'] ?? null))).catch(() => resolve(reply(0)));
    });
    request.once('finish', () => (written = performance.now()));
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(reply(0)));
    request.end(JSON.stringify({ query, variables }));
  });
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
