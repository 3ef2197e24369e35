import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import type { Question } from './operations';

export interface Asker {
  ask(question: Question): Promise<unknown>;
  close(): Promise<void>;
}

const TRIES = 50;
const PAUSE_MS = 100;

/** Sends questions to one contestant over connections that are kept. Throws on an answer that is no answer. */
export function askerOf(url: string, token: string, connections: number): Asker {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1, keepAliveTimeout: 600_000, keepAliveMaxTimeout: 600_000 });
  const headers = { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` };
  return {
    async ask(question) {
      const send = async (): Promise<{ statusCode: number; text: string }> => {
        const { statusCode, body } = await pool.request({ path: pathname, method: 'POST', headers, body: JSON.stringify(question) });
        return { statusCode, text: await body.text() };
      };
      let { statusCode, text } = await send();
      // One that stood still takes itself for overloaded at first.
      for (let left = TRIES; statusCode === 503 && left > 0; left -= 1) {
        await sleep(PAUSE_MS);
        ({ statusCode, text } = await send());
      }
      if (statusCode !== 200) throw new Error(`${origin} answered ${statusCode}: ${text.slice(0, 300)}`);
      const answer = JSON.parse(text) as { data?: unknown; errors?: unknown };
      if (answer.errors) throw new Error(`${origin} answered with errors: ${JSON.stringify(answer.errors).slice(0, 600)}`);
      return answer.data;
    },
    close: () => pool.destroy(),
  };
}
