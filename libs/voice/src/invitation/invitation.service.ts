import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, mustBeCurrent, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { isAgeBand, isMode, type Offered } from '../answer/offered';
import { InvitationRow } from './invitation.entity';
import type { GiveInvitationLinkInput, RecordInvitationOutcomeInput } from './invitation.inputs';

/** As many links as one invitation can have: a lost letter is written again, a ballot is not stuffed. */
export const MOST_LINKS = 3;

const OUTCOMES = ['DECLINED', 'NOT_OFFERED'];
const REASONS = ['NOT_REACHED', 'NOT_SAFE_TO_ASK', 'NO_SUITABLE_FORM', 'UNABLE', 'NO_REASON_GIVEN', 'OTHER'];
const LANGUAGE = /^[a-z]{2,3}$/;

/** What a link is to be made of, by the caller, once the change is committed: nothing in it names the invitation. */
export interface LinkGiven {
  success: Success;
  questionnaireVersionId: string;
  offered: Offered;
}

/** Notes that a link is given for an invitation. The token itself is made by the caller, after the commit. */
export async function giveInvitationLink(tx: CommandTransaction, input: GiveInvitationLinkInput, now: Date): Promise<LinkGiven> {
  const offered = offeredBy(input);
  const invitation = await currentInvitation(tx, input);
  if (invitation.linksGiven >= MOST_LINKS) throw refuse('InvitationLinkLimitReached', 'No more links can be made for this invitation.', ['invitationId']);
  await tx.manager.update(InvitationRow, { id: invitation.id }, {
    ...offered,
    givenOn: todayInLondon(now),
    linksGiven: invitation.linksGiven + 1,
    outcome: null,
    outcomeReason: null,
    outcomeOn: null,
    version: invitation.version + 1,
  });
  tx.changed('Invitation', [invitation.id], 'giveInvitationLink');
  return { success: { __typename: 'GiveInvitationLinkSuccess', invitationId: invitation.id }, questionnaireVersionId: invitation.questionnaireVersionId, offered };
}

/** Notes that somebody would rather not answer, or was never asked. */
export async function recordInvitationOutcome(tx: CommandTransaction, input: RecordInvitationOutcomeInput, now: Date): Promise<Success> {
  const { outcome, reason } = input;
  if (!OUTCOMES.includes(outcome)) throw inputInvalid(['outcome'], 'The outcome is DECLINED or NOT_OFFERED.');
  if (!REASONS.includes(reason)) throw inputInvalid(['reason'], 'This is none of the reasons.');
  const invitation = await currentInvitation(tx, input);
  if (outcome === 'NOT_OFFERED' && invitation.givenOn !== null) throw refuse('InvitationGiven', 'The questionnaire was given already.', ['outcome']);
  await tx.manager.update(InvitationRow, { id: invitation.id }, { outcome, outcomeReason: reason, outcomeOn: todayInLondon(now), version: invitation.version + 1 });
  tx.changed('Invitation', [invitation.id], 'recordInvitationOutcome');
  return { __typename: 'RecordInvitationOutcomeSuccess', invitationId: invitation.id };
}

function offeredBy({ mode, ageBand = null, language = null }: GiveInvitationLinkInput): Offered {
  if (!isMode(mode)) throw inputInvalid(['mode'], 'A link is given as LINK, PAPER or INTERVIEW.');
  if (ageBand !== null && !isAgeBand(ageBand)) throw inputInvalid(['ageBand'], 'This is none of the age bands.');
  if (language !== null && !LANGUAGE.test(language)) throw inputInvalid(['language'], 'A language is a code of two or three small letters.');
  return { mode, ageBand, language };
}

async function currentInvitation(tx: CommandTransaction, input: { invitationId: string; version: number }): Promise<InvitationRow> {
  const id = uuidOf('Invitation', input.invitationId);
  const invitation = id ? await tx.manager.findOne(InvitationRow, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!invitation) throw notFound(['invitationId'], 'invitation');
  mustBeCurrent('Invitation', invitation.version, input.version);
  return invitation;
}
