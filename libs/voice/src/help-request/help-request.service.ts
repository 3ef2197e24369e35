import { breaks, type CommandTransaction } from '@qaf/database';
import { inputInvalid, mustBeCurrent, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { openByToken } from '../answer/open-questionnaire.queries';
import { helpHash } from '../answer/token';
import { HelpRequestRow } from './help-request.entity';
import type { AskForHelpInput, CloseHelpRequestInput, TakeHelpRequestInput } from './help-request.inputs';
import { HelpRequestState, mayFollow } from './help-request.state';

const LONGEST = 4_000;
const MOST = 3;
const OUTCOMES = ['IN_CONTACT', 'KNOWN_ALREADY', 'REFERRED', 'NOT_FOUND'];

/** Takes in who somebody is, by a link of ours. It stands in no transaction with an answer and keeps no trace of the link’s other use. */
export async function askForHelp(tx: CommandTransaction, { token, name, howToReach, words }: AskForHelpInput, now: Date): Promise<Success> {
  if (!(await openByToken(tx, token))) throw refuse('QuestionnaireTokenInvalid', 'This link opens nothing. Check that it is complete.', ['token']);
  if (name === '') throw inputInvalid(['name'], 'Say who you are, so that somebody can find you.');
  if ((words?.length ?? 0) > LONGEST) throw inputInvalid(['words'], `At most ${LONGEST} characters.`);
  await countAsked(tx, helpHash(token));
  await tx.query('insert into help_request (name, how_to_reach, words, asked_at) values ($1, $2, $3, $4)', [name, howToReach ?? null, words ?? null, now]);
  return { __typename: 'AskForHelpSuccess', received: true };
}

/** Three times for one link, and so that a wrong number can be put right; the key decides between two at once. */
async function countAsked(tx: CommandTransaction, hash: string): Promise<void> {
  await tx.query(`select set_config('voice.help_token', $1, true)`, [hash]);
  const asked = await tx.query('select from help_token where hash = $1', [hash]);
  if (asked.length >= MOST) throw tooOften();
  try {
    await tx.query('insert into help_token (hash, number) values ($1, $2)', [hash, asked.length + 1]);
  } catch (error) {
    throw breaks(error, 'help_token_pkey') ? tooOften() : error;
  }
}

function tooOften(): Error {
  return refuse('HelpLimitReached', 'You asked three times with this link. We have it.', ['token']);
}

/** The caller sees to it. */
export async function takeHelpRequest(tx: CommandTransaction, input: TakeHelpRequestInput, now: Date): Promise<Success> {
  const request = await current(tx, input, HelpRequestState.TAKEN);
  await tx.manager.update(HelpRequestRow, { id: request.id }, { state: HelpRequestState.TAKEN, takenBy: tx.viewer.personId, takenAt: now, version: request.version + 1 });
  tx.changed('HelpRequest', [request.id], 'takeHelpRequest');
  return { __typename: 'TakeHelpRequestSuccess', helpRequestId: request.id };
}

export async function closeHelpRequest(tx: CommandTransaction, input: CloseHelpRequestInput, now: Date): Promise<Success> {
  if (!OUTCOMES.includes(input.outcome)) throw inputInvalid(['outcome'], 'This is none of the outcomes.');
  const request = await current(tx, input, HelpRequestState.CLOSED);
  await tx.manager.update(HelpRequestRow, { id: request.id }, { state: HelpRequestState.CLOSED, outcome: input.outcome, closedAt: now, version: request.version + 1 });
  tx.changed('HelpRequest', [request.id], 'closeHelpRequest');
  return { __typename: 'CloseHelpRequestSuccess', helpRequestId: request.id };
}

async function current(tx: CommandTransaction, input: { helpRequestId: string; version: number }, to: HelpRequestState): Promise<HelpRequestRow> {
  const id = uuidOf('HelpRequest', input.helpRequestId);
  const request = id ? await tx.manager.findOne(HelpRequestRow, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!request) throw notFound(['helpRequestId'], 'request');
  mustBeCurrent('HelpRequest', request.version, input.version);
  if (!mayFollow(request.state, to)) throw refuse('HelpRequestStateWrong', `The request is ${request.state}.`, ['helpRequestId']);
  return request;
}
