import type { GraphContext } from '@qaf/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { invitationById } from './invitation.queries';
import { GiveInvitationLinkSuccess } from './invitation.results';
import { Invitation } from './invitation.type';

@Resolver(() => GiveInvitationLinkSuccess)
export class GiveInvitationLinkSuccessResolver {
  @FieldResolver(() => Invitation, { nullable: true, description: 'The invitation as it stands now.' })
  async invitation(@Root() success: GiveInvitationLinkSuccess, @Ctx() { unit }: GraphContext): Promise<Invitation | null> {
    return unit.load(invitationById, success.invitationId);
  }
}
