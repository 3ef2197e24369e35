import { resultOf } from '@qaf/graph';
import { Field, ObjectType } from 'type-graphql';
import { InvitationGiven, InvitationLinkLimitReached, InvitationVersionStale } from './invitation.problems';

@ObjectType('GiveInvitationLinkSuccess', { description: 'A link was made.', simpleResolvers: true })
export class GiveInvitationLinkSuccess {
  @Field(() => String, {
    nullable: true,
    description:
      'The one-time token of the link, shown this once: it is not kept, and nothing ties it to the invitation. Null when the same command is sent again; make another link then, with a new key.',
  })
  token!: string | null;

  invitationId!: string;
}

export const GiveInvitationLinkResult = resultOf('GiveInvitationLinkResult', GiveInvitationLinkSuccess, [InvitationVersionStale, InvitationLinkLimitReached]);

@ObjectType('RecordInvitationOutcomeSuccess', { description: 'The outcome is noted.', simpleResolvers: true })
export class RecordInvitationOutcomeSuccess {
  invitationId!: string;
}

export const RecordInvitationOutcomeResult = resultOf('RecordInvitationOutcomeResult', RecordInvitationOutcomeSuccess, [InvitationVersionStale, InvitationGiven]);
