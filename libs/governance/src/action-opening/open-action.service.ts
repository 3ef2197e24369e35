import { randomUUID } from 'node:crypto';
import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, type Success } from '@qaf/graph';
import { said } from '../action/action.changes';
import { ActionRow } from '../action/action.entity';
import { tellOpened } from '../action/action.events';
import { mustBeApart, type People, workerNamed } from '../action/action.people';
import { dueDateFault } from '../action/action.rules';
import { addStep } from '../action-step/action-step.service';
import type { OpenActionInput } from './open-action.inputs';
import { subjectOf } from './open-action.subject';

/** What the opener decides; the rest of a new action is the same for all. */
export type NewAction = Omit<ActionRow, 'id' | 'state' | 'version' | 'escalationLevel' | 'evidence' | 'outcome' | 'doneOn' | 'verifiedOn' | 'cancelledOn'>;

/** Opens an action that a person asks for. */
export async function openAction(tx: CommandTransaction, input: OpenActionInput, now: Date): Promise<Success> {
  const today = todayInLondon(now);
  const title = said(input.title, 'title');
  const fault = dueDateFault(input.dueOn, today);
  if (fault) throw inputInvalid(['dueOn'], fault);
  const people = await peopleOf(tx, input, today);
  const subject = await subjectOf(tx, input, people.ownerId, today);
  await mustBeInUse(tx, input, today);
  const id = await insertAction(tx, {
    ...people,
    ...subject,
    title,
    description: input.description || null,
    sourceKind: input.sourceKind,
    sourceEvent: null,
    openedById: tx.viewer.workerId,
    dueOn: input.dueOn,
    measure: input.measure || null,
    themeCode: input.themeCode ?? null,
    priorityCode: input.priorityCode ?? null,
    openedOn: today,
  }, now);
  return { __typename: 'OpenActionSuccess', actionId: id };
}

/** Writes a new action with its first step, and tells the others. */
export async function insertAction(tx: CommandTransaction, action: NewAction, at: Date): Promise<string> {
  const row: ActionRow = { ...action, id: randomUUID(), state: 'OPEN', version: 1, escalationLevel: 0, evidence: null, outcome: null, doneOn: null, verifiedOn: null, cancelledOn: null };
  await tx.manager.insert(ActionRow, row);
  await addStep(tx, row, 'OPENED', null, at);
  await tellOpened(tx, row);
  tx.changed('Action', [row.id], 'openAction');
  return row.id;
}

async function peopleOf(tx: CommandTransaction, input: OpenActionInput, today: string): Promise<People> {
  const named = async (id: string | undefined, field: 'deputyId' | 'verifierId') => (id == null ? null : workerNamed(tx, id, field, today));
  const people = {
    ownerId: await workerNamed(tx, input.ownerId, 'ownerId', today),
    deputyId: await named(input.deputyId, 'deputyId'),
    verifierId: await named(input.verifierId, 'verifierId'),
  };
  mustBeApart(people);
  return people;
}

async function mustBeInUse(tx: CommandTransaction, { themeCode, priorityCode }: OpenActionInput, today: string): Promise<void> {
  const theme = themeCode == null || (await tx.query('select 1 from theme where code = $1 and valid_from <= $2::date and (valid_to is null or $2::date < valid_to)', [themeCode, today])).length > 0;
  if (!theme) throw notFound(['themeCode'], 'theme in use');
  const priority = priorityCode == null || (await tx.query('select 1 from practice_priority where code = $1', [priorityCode])).length > 0;
  if (!priority) throw notFound(['priorityCode'], 'practice priority');
}
