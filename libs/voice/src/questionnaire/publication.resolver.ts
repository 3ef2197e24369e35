import { command, Does, type GraphContext } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { PublishQuestionnaireVersionInput, RetireQuestionnaireVersionInput } from './publication.inputs';
import {
  PublishQuestionnaireVersionResult,
  PublishQuestionnaireVersionSuccess,
  RetireQuestionnaireVersionResult,
  RetireQuestionnaireVersionSuccess,
} from './publication.results';
import { publishQuestionnaireVersion, retireQuestionnaireVersion } from './publication.service';
import { questionnaireVersionById } from './questionnaire.queries';
import { QuestionnaireVersion } from './questionnaire.type';

const VERSION = { nullable: true, description: 'The version as it stands now.' } as const;

@Resolver(() => PublishQuestionnaireVersionSuccess)
export class PublishQuestionnaireVersionResolver {
  @Mutation(() => PublishQuestionnaireVersionResult, { description: 'Puts a draft to use. It never changes again, and the version in use before it is retired. For the PSW and QPA.' })
  @Does('questionnaire.publish')
  async publishQuestionnaireVersion(
    @Ctx() context: GraphContext,
    @Arg('input', () => PublishQuestionnaireVersionInput, { description: 'The draft.' }) input: PublishQuestionnaireVersionInput,
  ): Promise<object> {
    return command(context, 'publishQuestionnaireVersion', input, (tx) => publishQuestionnaireVersion(tx, input, context.now));
  }

  @FieldResolver(() => QuestionnaireVersion, VERSION)
  async questionnaireVersion(@Root() success: PublishQuestionnaireVersionSuccess, @Ctx() { unit }: GraphContext): Promise<QuestionnaireVersion | null> {
    return unit.load(questionnaireVersionById, success.questionnaireVersionId);
  }
}

@Resolver(() => RetireQuestionnaireVersionSuccess)
export class RetireQuestionnaireVersionResolver {
  @Mutation(() => RetireQuestionnaireVersionResult, { description: 'Takes a published version out of use. Links that were given still open it. For the PSW and QPA.' })
  @Does('questionnaire.publish')
  async retireQuestionnaireVersion(
    @Ctx() context: GraphContext,
    @Arg('input', () => RetireQuestionnaireVersionInput, { description: 'The version in use.' }) input: RetireQuestionnaireVersionInput,
  ): Promise<object> {
    return command(context, 'retireQuestionnaireVersion', input, (tx) => retireQuestionnaireVersion(tx, input, context.now));
  }

  @FieldResolver(() => QuestionnaireVersion, VERSION)
  async questionnaireVersion(@Root() success: RetireQuestionnaireVersionSuccess, @Ctx() { unit }: GraphContext): Promise<QuestionnaireVersion | null> {
    return unit.load(questionnaireVersionById, success.questionnaireVersionId);
  }
}
