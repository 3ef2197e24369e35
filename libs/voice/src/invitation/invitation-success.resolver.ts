import { command, Does, type GraphContext } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { RecordInvitationOutcomeInput } from './invitation.inputs';
import { invitationById } from './invitation.queries';
import { GiveInvitationLinkSuccess, RecordInvitationOutcomeResult, RecordInvitationOutcomeSuccess } from './invitation.results';
import { recordInvitationOutcome } from './invitation.service';
import { Invitation } from './invitation.type';

const INVITATION = { nullable: true, description: 'The invitation as it stands now.' } as const;

@Resolver(() => GiveInvitationLinkSuccess)
export class GiveInvitationLinkSuccessResolver {
  @FieldResolver(() => Invitation, INVITATION)
  async invitation(@Root() success: GiveInvitationLinkSuccess, @Ctx() { unit }: GraphContext): Promise<Invitation | null> {
    return unit.load(invitationById, success.invitationId);
  }
}

@Resolver(() => RecordInvitationOutcomeSuccess)
export class RecordInvitationOutcomeResolver {
  @Mutation(() => RecordInvitationOutcomeResult, { description: 'Notes that somebody would rather not answer, or was not asked, and why. A link given later takes it back. It says nothing of whether a link was used.' })
  @Does('invitation.raise')
  async recordInvitationOutcome(
    @Ctx() context: GraphContext,
    @Arg('input', () => RecordInvitationOutcomeInput, { description: 'The invitation and what became of it.' }) input: RecordInvitationOutcomeInput,
  ): Promise<object> {
    return command(context, 'recordInvitationOutcome', input, (tx) => recordInvitationOutcome(tx, input, context.now));
  }

  @FieldResolver(() => Invitation, INVITATION)
  async invitation(@Root() success: RecordInvitationOutcomeSuccess, @Ctx() { unit }: GraphContext): Promise<Invitation | null> {
    return unit.load(invitationById, success.invitationId);
  }
}
