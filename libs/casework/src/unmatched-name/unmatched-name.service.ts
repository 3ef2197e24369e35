import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, mustBeCurrent, notFound, type Success, uuidOf } from '@qaf/graph';
import { placeOf } from '../worker-place/worker-place';
import { UnmatchedNameRow } from './unmatched-name.entity';
import type { ResolveUnmatchedNameInput } from './unmatched-name.inputs';

/** Says who a name of an import stands for. Resolving it again corrects an earlier answer. */
export async function resolveUnmatchedName(tx: CommandTransaction, input: ResolveUnmatchedNameInput): Promise<Success> {
  const repository = tx.manager.getRepository(UnmatchedNameRow);
  const id = uuidOf('UnmatchedName', input.unmatchedNameId);
  const name = id ? await repository.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!name) throw notFound(['unmatchedNameId'], 'name');
  mustBeCurrent('UnmatchedName', name.version, input.version);
  const resolvedId = name.kind === 'WORKER' ? await workerOf(tx, input) : await teamOf(tx, input);
  await repository.update({ id: name.id }, { resolvedId, version: name.version + 1 });
  tx.changed('UnmatchedName', [name.id], 'resolveUnmatchedName');
  return { __typename: 'ResolveUnmatchedNameSuccess', unmatchedNameId: name.id };
}

async function workerOf(tx: CommandTransaction, { workerId, teamId }: ResolveUnmatchedNameInput): Promise<string> {
  if (workerId == null || teamId != null) throw inputInvalid(['workerId'], 'The name is a worker’s: give the worker alone.');
  const place = await placeOf(tx, uuidOf('Worker', workerId));
  if (!place) throw notFound(['workerId'], 'worker');
  return place.workerId;
}

/** A team is known here by the workers who stand in it and the children whom it holds. */
async function teamOf(tx: CommandTransaction, { workerId, teamId }: ResolveUnmatchedNameInput): Promise<string> {
  if (teamId == null || workerId != null) throw inputInvalid(['teamId'], 'The name is a team’s: give the team alone.');
  const id = uuidOf('Team', teamId);
  const [known] = id ? await tx.query<{ id: string }>('select team_id as id from worker_place where team_id = $1 union select team_id from child where team_id = $1 limit 1', [id]) : [];
  if (!known) throw notFound(['teamId'], 'team');
  return known.id;
}
