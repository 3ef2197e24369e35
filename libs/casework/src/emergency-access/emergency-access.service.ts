import { randomUUID } from 'node:crypto';
import type { CommandTransaction } from '@qaf/database';
import { type AccessExtended, inputInvalid, notFound, type Success, uuidOf } from '@qaf/graph';
import { publish } from '@qaf/record';
import type { SeeBeyondInput } from './emergency-access.inputs';

/** Lets the caller see one child for a day, beyond their rows, and tells information governance. A locked child stays absent. */
export async function seeBeyond(tx: CommandTransaction, input: SeeBeyondInput): Promise<Success> {
  if ((input.childId == null) === (input.caseReference == null)) throw inputInvalid(['childId'], 'Give the child’s id or the case reference.');
  if (!input.reason) throw inputInvalid(['reason'], 'Say what the emergency is.');
  const path = [input.childId == null ? 'caseReference' : 'childId'];
  const id = input.childId == null ? null : uuidOf('Child', input.childId);
  if (input.childId != null && !id) throw notFound(path, 'child');
  if (await seen(tx, id, input)) throw inputInvalid(path, 'You see this child already.');
  await tx.query(`select set_config('casework.sought_id', $1, true), set_config('casework.sought_reference', $2, true)`, [id ?? '', input.caseReference ?? '']);
  const child = await seen(tx, id, input);
  if (!child || !tx.viewer.workerId) throw notFound(path, 'child');
  const grant = await granted(tx, child.id, tx.viewer.workerId, input.reason);
  tx.changed('Child', [child.id], 'seeBeyond');
  await publish(tx, 'casework', { type: 'casework.access.extended.v1', subject: `child:${child.id}`, data: grant });
  return { __typename: 'SeeBeyondSuccess', accessId: grant.grantId, childId: child.id };
}

async function seen(tx: CommandTransaction, id: string | null, { caseReference }: SeeBeyondInput): Promise<{ id: string } | null> {
  const [child] = await tx.query<{ id: string }>('select id from child where id = $1::uuid or case_reference = $2', [id, caseReference ?? null]);
  return child ?? null;
}

/** The database's clock: the row rule ends the access by it. */
async function granted(tx: CommandTransaction, childId: string, workerId: string, reason: string): Promise<AccessExtended> {
  const grantId = randomUUID();
  const [grant] = await tx.query<{ granted: Date; until: Date }>(
    `insert into emergency_access (id, child_id, worker_id, until, reason) values ($1, $2, $3, now() + interval '1 day', $4) returning granted_at as granted, until`,
    [grantId, childId, workerId, reason],
  );
  if (!grant) throw notFound(['childId'], 'child');
  return { grantId, childId, workerId, grantedAt: grant.granted.toISOString(), until: grant.until.toISOString() };
}
