import { todayInLondon } from '@qaf/calendar';
import { type CommandTransaction, DatabaseFailure, strippedFailure } from '@qaf/database';
import { inputInvalid, mustBeCurrent, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { addStep, type StepKind } from '../action-step/action-step.service';
import { ActionRow } from './action.entity';
import { tellClosed } from './action.events';
import { isDoer, mayMove, partsOf } from './action.standing';
import { type ActionMove, after, isClosed } from './action.state';

/** What a change writes beside the state: fields of the action, and the words of its step. */
export interface Change {
  fields?: Partial<ActionRow>;
  note: string | null;
}

export interface ChangeRequest {
  move: ActionMove;
  step: StepKind;
  /** Name of the mutation, for the access record. */
  name: string;
  input: { actionId: string; version: number };
  now: Date;
}

const DENIED_BY_ROW_RULE = '42501';

/** One change of an action: found, current, by somebody who may, from a state that allows it; then written with its step. */
export async function changeAction(
  tx: CommandTransaction,
  request: ChangeRequest,
  decide: (action: ActionRow, today: string) => Change | Promise<Change>,
): Promise<Success> {
  const { move, step, name, input, now } = request;
  const action = await locked(tx, input.actionId);
  mustBeCurrent('Action', action.version, input.version);
  mustBeYours(tx, action, move);
  const state = after(action.state, move);
  if (state === null) throw refuse('ActionInWrongState', 'The action’s state does not allow this.', ['actionId']);
  const { fields, note } = await decide(action, todayInLondon(now));
  const changed: ActionRow = { ...action, ...fields, state, version: action.version + 1 };
  await write(tx, changed);
  await addStep(tx, changed, step, note, now);
  if (isClosed(state)) await tellClosed(tx, changed);
  tx.changed('Action', [action.id], name);
  return { __typename: `${name.charAt(0).toUpperCase()}${name.slice(1)}Success`, actionId: action.id };
}

/** Text that says something. A scalar lets an empty one through. */
export function said(text: string, path: string): string {
  if (text === '') throw inputInvalid([path], 'Say it in words; this cannot be empty.');
  return text;
}

async function locked(tx: CommandTransaction, actionId: string): Promise<ActionRow> {
  const id = uuidOf('Action', actionId);
  const action = id ? await tx.manager.findOne(ActionRow, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!action) throw notFound(['actionId'], 'action');
  return action;
}

function mustBeYours(tx: CommandTransaction, action: ActionRow, move: ActionMove): void {
  const parts = partsOf(tx.viewer, action);
  if (mayMove(parts, move)) return;
  if (move === 'verify' && isDoer(parts)) throw refuse('ActionVerifierIsOwner', 'Somebody other than its owner or deputy must verify an action.', ['actionId']);
  throw refuse('ActionNotYours', 'This is for somebody else to do. Ask the line of management or QPA.', ['actionId']);
}

async function write(tx: CommandTransaction, { id, ...fields }: ActionRow): Promise<void> {
  try {
    await tx.manager.update(ActionRow, { id }, fields);
  } catch (error) {
    const failure = strippedFailure(error);
    if (!(failure instanceof DatabaseFailure) || failure.code !== DENIED_BY_ROW_RULE) throw error;
    throw refuse('ActionOutOfReach', 'With this change you would no longer see the action. Ask somebody further up, or QPA.', []);
  }
}
