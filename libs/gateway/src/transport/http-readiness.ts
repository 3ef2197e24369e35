import { request } from 'undici';

const TIMEOUT_MS = 2_000;

/** Asks each subgraph whether it is ready, and names those that are not or do not say. `urls` are their addresses by name. */
export function httpReadiness(urls: Record<string, string>): () => Promise<string[]> {
  return async () => {
    const states = await Promise.all(Object.entries(urls).map(async ([name, url]) => ((await isReady(url)) ? [] : [name])));
    return states.flat();
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await request(`${url}/health/ready`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body.dump();
    return response.statusCode === 200;
  } catch {
    return false;
  }
}
