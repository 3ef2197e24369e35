import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { mustBeCurrent, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { InvitationRow } from './invitation.entity';
import type { GiveInvitationLinkInput } from './invitation.inputs';

/** As many links as one invitation can have: a lost letter is written again, a ballot is not stuffed. */
export const MOST_LINKS = 3;

/** Notes that a link is given for an invitation. The token itself is made by the caller, after the commit, from the version alone. */
export async function giveInvitationLink(tx: CommandTransaction, input: GiveInvitationLinkInput, now: Date): Promise<{ success: Success; questionnaireVersionId: string }> {
  const id = uuidOf('Invitation', input.invitationId);
  const invitation = id ? await tx.manager.findOne(InvitationRow, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!invitation) throw notFound(['invitationId'], 'invitation');
  mustBeCurrent('Invitation', invitation.version, input.version);
  if (invitation.linksGiven >= MOST_LINKS) throw refuse('InvitationLinkLimitReached', 'No more links can be made for this invitation.', ['invitationId']);
  await tx.manager.update(InvitationRow, { id: invitation.id }, {
    mode: 'LINK',
    givenOn: todayInLondon(now),
    linksGiven: invitation.linksGiven + 1,
    version: invitation.version + 1,
  });
  tx.changed('Invitation', [invitation.id], 'giveInvitationLink');
  return { success: { __typename: 'GiveInvitationLinkSuccess', invitationId: invitation.id }, questionnaireVersionId: invitation.questionnaireVersionId };
}
