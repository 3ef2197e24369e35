import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, refuse, uuidOf } from '@qaf/graph';
import { InvitationRow } from '../invitation/invitation.entity';

interface Answering {
  invitationId: string;
  childId: string;
  questionnaireVersionId: string;
  mode: string;
  today: string;
}

/** Notes on an invitation that it was given on paper or in an interview, and answered by name. Answers the invitation's UUID. */
export async function noteGiven(tx: CommandTransaction, { invitationId, childId, questionnaireVersionId, mode, today }: Answering): Promise<string> {
  const id = uuidOf('Invitation', invitationId);
  const invitation = id ? await tx.manager.findOne(InvitationRow, { where: { id, childId }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!invitation) throw notFound(['invitationId'], 'invitation');
  if (invitation.questionnaireVersionId !== questionnaireVersionId) throw inputInvalid(['invitationId'], 'The invitation is to another questionnaire.');
  const before = await tx.query('select 1 from identified_response where invitation_id = $1 and consent_withdrawn_on is null', [invitation.id]);
  if (before.length > 0) throw refuse('InvitationAnswered', 'Answers to this invitation are on record already.', ['invitationId']);
  await tx.manager.update(InvitationRow, { id: invitation.id }, { mode, givenOn: today, version: invitation.version + 1 });
  tx.changed('Invitation', [invitation.id], 'recordIdentifiedResponse');
  return invitation.id;
}
