import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Asking {
  url: string;
  token: string;
  /** The body of each request. */
  body: string;
  perSecond: number;
  seconds: number;
  connections: number;
}

export interface AskedApart {
  /** 0 when no answer came. */
  status: number;
  /** Milliseconds from the request. */
  took: number;
  /** The codes of its errors, each once. */
  codes: string;
  retryAfter: string | null;
}

/** Asks from a process of its own, so that the waits it tells of are not those of the test. */
export async function askApart(asking: Asking): Promise<AskedApart[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, 'asker.cjs'), JSON.stringify(asking)], { maxBuffer: 64 * 1024 * 1024, env: {} });
  return (JSON.parse(stdout) as [number, number, string, string | null][]).map(([status, took, codes, retryAfter]) => ({ status, took, codes, retryAfter }));
}
