import type { Cast } from './authority';
import type { Stage } from './stage';

export interface FileAnswer {
  status: number;
  headers: Headers;
  bytes: Buffer;
  // As free as the question.
  json: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

/** Hands a file in as somebody, or as nobody. */
export async function handIn(stage: Stage, person: keyof Cast | null, content: Buffer | string, headers: Record<string, string> = {}): Promise<FileAnswer> {
  const body = Buffer.from(content as string);
  return answerOf(await fetch(`${stage.url}/files`, { method: 'POST', body, headers: { 'content-type': 'application/octet-stream', ...(await bearer(stage, person)), ...headers } }));
}

/** Follows a link as somebody, or as nobody. */
export async function follow(stage: Stage, person: keyof Cast | null, path: string): Promise<FileAnswer> {
  return answerOf(await fetch(`${stage.url}${path}`, { headers: await bearer(stage, person) }));
}

async function bearer(stage: Stage, person: keyof Cast | null): Promise<Record<string, string>> {
  return person ? { authorization: `Bearer ${await stage.token(person)}` } : {};
}

async function answerOf(answer: Response): Promise<FileAnswer> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  const json: unknown = /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(bytes.toString()) : null;
  return { status: answer.status, headers: answer.headers, bytes, json };
}
