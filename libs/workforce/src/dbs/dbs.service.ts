import { randomUUID } from 'node:crypto';
import type { IsoDate } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { workerKept } from '../registration/kept-worker';
import type { RecordDbsCheckInput, RecordDbsStatusCheckInput } from './dbs.inputs';

/** Puts a certificate on record: its level and its day of issue, nothing that it says. */
export async function recordDbsCheck(tx: CommandTransaction, input: RecordDbsCheckInput, today: IsoDate): Promise<Success> {
  const workerId = await workerKept(tx, input.workerId);
  if (input.issuedOn > today) throw inputInvalid(['issuedOn'], 'The day of issue is still to come.');
  const id = randomUUID();
  const added = await tx.query(
    `insert into dbs_check (id, worker_id, level, issued_on, update_service) values ($1, $2, $3, $4, $5) on conflict (worker_id, issued_on) do nothing returning id`,
    [id, workerId, input.level, input.issuedOn, input.updateService],
  );
  if (added.length === 0) throw refuse('DbsCheckOnRecord', 'A certificate of that day is on record already.', ['issuedOn']);
  tx.changed('DbsCheck', [id], 'recordDbsCheck');
  return { __typename: 'RecordDbsCheckSuccess', dbsCheckId: id };
}

/** Puts a look at a certificate's standing on record. */
export async function recordDbsStatusCheck(tx: CommandTransaction, input: RecordDbsStatusCheckInput, today: IsoDate): Promise<Success> {
  const id = uuidOf('DbsCheck', input.dbsCheckId);
  const [check] = id ? await tx.query<{ workerId: string; issuedOn: string }>('select worker_id as "workerId", issued_on::text as "issuedOn" from dbs_check where id = $1', [id]) : [];
  if (!check) throw notFound(['dbsCheckId'], 'certificate');
  if (input.checkedOn < check.issuedOn || input.checkedOn > today) throw inputInvalid(['checkedOn'], 'The day lies from the issue to today.');
  const added = await tx.query(
    `insert into dbs_status_check (worker_id, dbs_check_id, checked_on, outcome) values ($1, $2, $3, $4) on conflict (dbs_check_id, checked_on) do nothing returning id`,
    [check.workerId, id, input.checkedOn, input.outcome],
  );
  if (added.length === 0) throw refuse('DbsCheckOnRecord', 'A look on that day is on record already.', ['checkedOn']);
  tx.changed('DbsCheck', [id as string], 'recordDbsStatusCheck');
  return { __typename: 'RecordDbsStatusCheckSuccess', dbsCheckId: id as string };
}
