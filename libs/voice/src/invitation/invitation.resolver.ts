import { quarterOf, todayInLondon } from '@qaf/calendar';
import { command, connectionOf, Does, type GraphContext, listPage, type Page, PageArgs, uuidOf, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { newToken } from '../answer/token';
import { Child } from '../child/child.type';
import { questionnaireVersionById } from '../questionnaire/questionnaire.queries';
import { QuestionnaireVersion } from '../questionnaire/questionnaire.type';
import { Team } from '../team/team.type';
import { Worker } from '../worker/worker.type';
import { GiveInvitationLinkInput, InvitationFilter, InvitationOrder } from './invitation.inputs';
import { invitationById, INVITATIONS } from './invitation.queries';
import { GiveInvitationLinkResult } from './invitation.results';
import { giveInvitationLink } from './invitation.service';
import { Invitation } from './invitation.type';

export const InvitationConnection = connectionOf(() => Invitation, 'Invitation', 'invitations to a questionnaire');

@Resolver(() => Invitation)
export class InvitationResolver {
  @Query(() => InvitationConnection, { description: 'Invitations about children that the caller may see, the latest first unless asked otherwise.' })
  @Does('invitation.read')
  async invitations(
    @Ctx() { unit, now }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => InvitationFilter, { nullable: true, description: 'Narrows the list.' }) filter?: InvitationFilter,
    @Arg('orderBy', () => InvitationOrder, { defaultValue: InvitationOrder.NEWEST, description: 'The order of the list.' }) orderBy?: InvitationOrder,
  ): Promise<Page<Invitation>> {
    return listPage(unit, INVITATIONS, { page, orderBy: orderBy ?? InvitationOrder.NEWEST, where: chosen(filter ?? {}, now) });
  }

  @Query(() => Invitation, { nullable: true, description: 'One invitation, or null.' })
  @Does('invitation.read')
  async invitation(@Ctx() { unit }: GraphContext, @Arg('id', () => ID, { description: 'The invitation’s id.' }) id: string): Promise<Invitation | null> {
    const uuid = uuidOf('Invitation', id);
    return uuid ? unit.load(invitationById, uuid) : null;
  }

  @Mutation(() => GiveInvitationLinkResult, { description: 'Makes a one-time link for an invitation, to hand to the person or print on the letter. What is answered through it cannot be tied to the invitation.' })
  @Does('invitation.raise')
  async giveInvitationLink(
    @Ctx() context: GraphContext,
    @Arg('input', () => GiveInvitationLinkInput, { description: 'The invitation.' }) input: GiveInvitationLinkInput,
  ): Promise<object> {
    let token: string | null = null;
    const result = await command(context, 'giveInvitationLink', input, async (tx) => {
      const { success, questionnaireVersionId, offered } = await giveInvitationLink(tx, input, context.now);
      token = newToken(questionnaireVersionId, offered);
      return success;
    });
    // Added after the command: what the command answers is kept for a repeat, and a token must not be.
    return { ...result, token };
  }

  @FieldResolver(() => Child, { nullable: true, description: 'The child it is about; null for those who may not see the child.' })
  child(@Root() invitation: Invitation): Child | null {
    return { id: invitation.childId } as Child;
  }

  @FieldResolver(() => QuestionnaireVersion, { nullable: true, description: 'The version of the questionnaire that it invites to.' })
  async questionnaireVersion(@Root() invitation: Invitation, @Ctx() { unit }: GraphContext): Promise<QuestionnaireVersion | null> {
    return unit.load(questionnaireVersionById, invitation.questionnaireVersionId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'The child’s worker now; null where there is none.' })
  worker(@Root() invitation: Invitation): Worker | null {
    return invitation.workerId ? { id: invitation.workerId } : null;
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The child’s team now; null where there is none.' })
  team(@Root() invitation: Invitation): Team | null {
    return invitation.teamId ? { id: invitation.teamId } : null;
  }
}

function chosen(filter: InvitationFilter, now: Date): Where {
  const where = new Where();
  if (filter.workerId != null) where.and('i.worker_id = ?::uuid', uuidOf('Worker', filter.workerId));
  if (filter.teamId != null) where.and('i.team_id = ?::uuid', uuidOf('Team', filter.teamId));
  where.given(filter.audience, 'i.audience = ?').given(filter.from, 'i.raised_on >= ?::date').given(filter.before, 'i.raised_on < ?::date');
  where.given(
    filter.questionnaireCode,
    'i.questionnaire_version_id in (select v.id from questionnaire_version v join questionnaire n on n.id = v.questionnaire_id where n.code = ?)',
  );
  if (filter.given != null) where.and(filter.given ? 'i.given_on is not null' : 'i.given_on is null');
  if (filter.toRemind != null) where.and(`(i.given_on >= ?::date and i.outcome is null) is ${filter.toRemind ? 'true' : 'not true'}`, quarterOf(todayInLondon(now)).startsOn);
  return where;
}
