import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, refuse, uuidOf } from '@qaf/graph';
import { placesOf, worksHere } from '../worker/worker-place.service';

export interface People {
  ownerId: string;
  deputyId: string | null;
  verifierId: string | null;
}

export type Person = 'ownerId' | 'deputyId' | 'verifierId' | 'workerId';

/** The worker that an input names: somebody known to work here on the day. */
export async function workerNamed(tx: CommandTransaction, id: string, field: Person, on: string): Promise<string> {
  const uuid = uuidOf('Worker', id);
  const place = uuid ? (await placesOf(tx, [uuid])).get(uuid) : undefined;
  if (!uuid || !place) throw notFound([field], 'worker');
  if (!worksHere(place, on)) throw refuse('ActionWorkerHasLeft', 'This worker has left. Name somebody who works here.', [field]);
  return uuid;
}

/** Owner, deputy and verifier are different people; the one who owes it does not judge it. */
export function mustBeApart({ ownerId, deputyId, verifierId }: People): void {
  if (deputyId === ownerId) throw inputInvalid(['deputyId'], 'The deputy must be somebody other than the owner.');
  if (verifierId !== null && (verifierId === ownerId || verifierId === deputyId)) {
    throw refuse('ActionVerifierIsOwner', 'Somebody other than the owner or deputy must verify the action.', ['verifierId']);
  }
}
