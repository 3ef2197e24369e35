import { nobody, readStanding, signViewer } from '@qaf/identity';
import type { Standing } from '@qaf/identity';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { JsonPost } from '../transport/json-post';
import { SubgraphUnavailable } from '../transport/transport';

/** Where a person stands as of now; null when they are unknown or have left. */
export type StandingSource = (subject: string) => Promise<Standing | null>;

export interface HttpStandingOptions {
  /** Workforce's address for standings. */
  url: string;
  /** The secret of the subgraphs. */
  secret: string;
  timeoutMs?: number;
}

const answer = z.object({ standing: z.unknown() });

/** Asks workforce where a person stands. Throws SubgraphUnavailable or SubgraphTimeout when it does not say. */
export function httpStanding({ url, secret, timeoutMs = 1_500 }: HttpStandingOptions): StandingSource & { close(): Promise<void> } {
  const post = new JsonPost({ url, timeoutMs });
  const ask = async (subject: string): Promise<Standing | null> => {
    const requestId = randomUUID();
    const token = await signViewer(nobody(requestId), { audience: 'workforce', secret });
    return standingIn(await post.send({ authorization: `Bearer ${token}`, 'x-request-id': requestId }, { subject }));
  };
  return Object.assign(ask, { close: () => post.close() });
}

function standingIn(body: unknown): Standing | null {
  try {
    return readStanding(answer.parse(body).standing ?? null);
  } catch {
    throw new SubgraphUnavailable('not a standing');
  }
}
