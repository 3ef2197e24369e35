import { FileRefused, FilesForbidden, FilesUnavailable, isFileRefusal, isLink, MOST_BYTES } from '@qaf/files';
import type { FileDesk, Giving, Receipt } from '@qaf/files';
import { signViewer } from '@qaf/identity';
import type { Viewer } from '@qaf/identity';
import { Pool } from 'undici';
import { z } from 'zod';

export interface HttpFileDeskOptions {
  /** The address of the subgraph that keeps files, without a slash at the end. */
  url: string;
  /** Its name: what is signed for it opens no other. */
  name: string;
  secret: string;
}

/** Time for a scanner and 25 MB. */
const LONGEST_MS = 30_000;

const receiptShape = z.object({ id: z.uuid(), name: z.string(), contentType: z.string(), bytes: z.int(), sha256: z.string(), expiresAt: z.coerce.date() });
const refusalShape = z.object({ reason: z.string() });

type Answer = Awaited<ReturnType<Pool['request']>>;

/** The desk of a subgraph in another process. */
export function httpFileDesk({ url, name, secret }: HttpFileDeskOptions): FileDesk & { close(): Promise<void> } {
  const pool = new Pool(new URL(url).origin, { connections: 16, maxResponseSize: MOST_BYTES + 65_536, headersTimeout: LONGEST_MS, bodyTimeout: LONGEST_MS, connectTimeout: 3_000 });
  const base = new URL(url).pathname.replace(/\/$/, '');
  const ask = async (viewer: Viewer, request: { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: Buffer }): Promise<Answer> => {
    const authorization = `Bearer ${await signViewer(viewer, { audience: name, secret })}`;
    return answered(pool.request({ ...request, path: base + request.path, headers: { ...request.headers, authorization, 'x-request-id': viewer.requestId } }));
  };
  return {
    receive: async (viewer, file) => received(await ask(viewer, { method: 'POST', path: '/files', body: file.content, headers: headersOf(file.name) })),
    give: async (viewer, link) => (isLink(link) ? givenBy(await ask(viewer, { method: 'GET', path: `/files/${link}` })) : 'ABSENT'),
    close: () => pool.close(),
  };
}

function headersOf(name: string | null): Record<string, string> {
  const type = { 'content-type': 'application/octet-stream' };
  return name === null ? type : { ...type, 'x-file-name': encodeURIComponent(name.toWellFormed()) };
}

async function received({ statusCode, body }: Answer): Promise<Receipt> {
  if (statusCode === 201) return receiptShape.parse(await answered(body.json()));
  if (statusCode === 422) {
    const { reason } = refusalShape.parse(await answered(body.json()));
    if (isFileRefusal(reason)) throw new FileRefused(reason);
  } else await body.dump();
  if (statusCode === 403) throw new FilesForbidden();
  throw new FilesUnavailable(`status ${statusCode}`);
}

async function givenBy({ statusCode, headers, body }: Answer): Promise<Giving> {
  if (statusCode === 200) {
    const name = decodeURIComponent(String(headers['x-file-name']));
    return { name, contentType: String(headers['content-type']), content: Buffer.from(await answered(body.arrayBuffer())) };
  }
  await body.dump();
  if (statusCode === 404) return 'ABSENT';
  if (statusCode === 410) return 'EXPIRED';
  throw new FilesUnavailable(`status ${statusCode}`);
}

async function answered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw new FilesUnavailable('no answer');
  }
}
