import { command, connectionOf, Does, type GraphContext, listPage, type Page, PageArgs, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { questionnaireVersionById } from '../questionnaire/questionnaire.queries';
import { QuestionnaireVersion } from '../questionnaire/questionnaire.type';
import { Theme } from '../theme/theme.type';
import { ReleaseCommentInput, ReleasedCommentFilter, WithholdCommentInput } from './comment.inputs';
import { opened, RELEASED_COMMENTS, releasedCommentById, WAITING_COMMENTS } from './comment.queries';
import { ReleaseCommentResult, ReleaseCommentSuccess, WithholdCommentResult } from './comment.results';
import { releaseComment, withholdComment } from './comment.service';
import { ReleasedComment, WaitingComment } from './comment.type';

export const WaitingCommentConnection = connectionOf(() => WaitingComment, 'WaitingComment', 'comments that wait for a moderator');
export const ReleasedCommentConnection = connectionOf(() => ReleasedComment, 'ReleasedComment', 'released comments');
const VERSION = { nullable: true, description: 'The version of the questionnaire that was answered.' } as const;

@Resolver(() => WaitingComment)
export class WaitingCommentResolver {
  @Query(() => WaitingCommentConnection, { description: 'Own words that wait for a decision, by quarter; within one in an order that tells nothing. For the survey moderator.' })
  @Does('comment.moderate')
  async waitingComments(@Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<WaitingComment>> {
    const sealed = await listPage(unit, WAITING_COMMENTS, { page, orderBy: 'OLDEST', where: new Where() });
    return { ...sealed, edges: sealed.edges.map((edge) => ({ ...edge, node: opened(edge.node) })) };
  }

  @Mutation(() => WithholdCommentResult, { description: 'Removes a comment that nobody should read. For the survey moderator.' })
  @Does('comment.moderate')
  async withholdComment(@Ctx() context: GraphContext, @Arg('input', () => WithholdCommentInput, { description: 'The comment and the reason.' }) input: WithholdCommentInput): Promise<object> {
    return command(context, 'withholdComment', input, (tx) => withholdComment(tx, input, context.now));
  }

  @FieldResolver(() => QuestionnaireVersion, VERSION)
  async questionnaireVersion(@Root() comment: WaitingComment, @Ctx() { unit }: GraphContext): Promise<QuestionnaireVersion | null> {
    return unit.load(questionnaireVersionById, comment.questionnaireVersionId);
  }
}

@Resolver(() => ReleasedComment)
export class ReleasedCommentResolver {
  @Query(() => ReleasedCommentConnection, { description: 'Own words that a moderator released, the latest quarter first.' })
  @Does('comment.read')
  async releasedComments(
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ReleasedCommentFilter, { nullable: true, description: 'Narrows the list.' }) filter?: ReleasedCommentFilter,
  ): Promise<Page<ReleasedComment>> {
    const { themeCode, questionnaireCode, period } = filter ?? {};
    const where = new Where().given(themeCode, 'c.theme_code = ?').given(period, 'b.last_period = ?');
    where.given(questionnaireCode, 'b.questionnaire_version_id in (select v.id from questionnaire_version v join questionnaire n on n.id = v.questionnaire_id where n.code = ?)');
    return listPage(unit, RELEASED_COMMENTS, { page, orderBy: 'NEWEST', where });
  }

  @FieldResolver(() => QuestionnaireVersion, VERSION)
  async questionnaireVersion(@Root() comment: ReleasedComment, @Ctx() { unit }: GraphContext): Promise<QuestionnaireVersion | null> {
    return unit.load(questionnaireVersionById, comment.questionnaireVersionId);
  }

  @FieldResolver(() => Theme, { nullable: true, description: 'The theme that the moderator put it under.' })
  theme(@Root() comment: ReleasedComment): Theme {
    return { id: comment.themeCode, code: comment.themeCode };
  }
}

@Resolver(() => ReleaseCommentSuccess)
export class ReleaseCommentResolver {
  @Mutation(() => ReleaseCommentResult, { description: 'Lets a comment be read, under a theme and without what would give anyone away. For the survey moderator.' })
  @Does('comment.moderate')
  async releaseComment(@Ctx() context: GraphContext, @Arg('input', () => ReleaseCommentInput, { description: 'The comment, its theme and its words.' }) input: ReleaseCommentInput): Promise<object> {
    return command(context, 'releaseComment', input, (tx) => releaseComment(tx, input, context.now));
  }

  @FieldResolver(() => ReleasedComment, { nullable: true, description: 'The comment as it can be read.' })
  async releasedComment(@Root() success: ReleaseCommentSuccess, @Ctx() { unit }: GraphContext): Promise<ReleasedComment | null> {
    return unit.load(releasedCommentById, success.releasedCommentId);
  }
}
