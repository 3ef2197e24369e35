import type { SubgraphName } from '@qaf/database';
import { machine, signViewer, type Viewer } from '@qaf/identity';
import type { DomainEvent, RecordHandover, RecordReceipt } from '@qaf/record';
import { request } from 'undici';
import { z } from 'zod';

const LONGEST_MS = 10_000;

/** Where the other subgraphs answer, and what they are signed to with. */
export interface Neighbours {
  addressOf(name: SubgraphName): string | undefined;
  secret: string;
}

/** Takes an event to another subgraph; resolves once it has committed. */
export async function deliverEvent(to: SubgraphName, event: DomainEvent, neighbours: Neighbours): Promise<void> {
  const { status } = await post(to, '/events', event, machine('machine_event', event.id), neighbours);
  if (status !== 204) throw new Error(`${to} answered ${status}.`);
}

const receipt = z.object({ held: z.int() });

/** Hands a batch of the record of access to governance; resolves once it is kept there. */
export async function handOverRecord(handover: RecordHandover, neighbours: Neighbours): Promise<RecordReceipt> {
  const { status, text } = await post('governance', '/record', handover, machine('machine_record', `record of ${handover.from}`), neighbours);
  if (status !== 200) throw new Error(`governance answered ${status}.`);
  return receipt.parse(JSON.parse(text));
}

async function post(to: SubgraphName, path: string, body: object, viewer: Viewer, { addressOf, secret }: Neighbours): Promise<{ status: number; text: string }> {
  const base = addressOf(to);
  if (!base) throw new Error(`No address is set for ${to}.`);
  const token = await signViewer(viewer, { audience: to, secret });
  const answer = await request(new URL(path, base), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    headersTimeout: LONGEST_MS,
    bodyTimeout: LONGEST_MS,
  });
  return { status: answer.statusCode, text: await answer.body.text() };
}
