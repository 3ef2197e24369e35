import { todayInLondon } from '@qaf/calendar';
import { command, connectionOf, Does, type GraphContext, listPage, type Page, PageArgs, type ProblemValue, resultOf, type Success, uuidOf } from '@qaf/graph';
import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { AcknowledgeRagFormInput, AnswerRagFormInput, FollowUpRagFormInput, GiveRagFormInput, RagFormFilter } from './rag-form.inputs';
import { RagFormGiven, RagFormNotYours, RagFormSettled, RagFormVersionStale } from './rag-form.problems';
import { RAG_FORMS, ragFormById, ragFormsWhere } from './rag-form.queries';
import { acknowledgeRagForm, answerRagForm, followUpRagForm, giveRagForm } from './rag-form.service';
import { RagForm } from './rag-form.type';

export const RagFormConnection = connectionOf(() => RagForm, 'RagForm', 'forms');

function formResult(name: string, description: string, problems: (abstract new (...args: never[]) => object)[]): object {
  @ObjectType(`${name}Success`, { description })
  class FormSuccess {
    formId!: string;

    @Field(() => RagForm, { nullable: true, description: 'The form as it stands now.' })
    form(@Ctx() { unit }: GraphContext): Promise<RagForm | null> {
      return unit.load(ragFormById, this.formId);
    }
  }
  return resultOf(`${name}Result`, FormSuccess, problems);
}

const GiveRagFormResult = formResult('GiveRagForm', 'The form is on record; the worker and the team manager see it.', [RagFormGiven, RagFormNotYours]);
const AcknowledgeRagFormResult = formResult('AcknowledgeRagForm', 'The worker’s acknowledgement is on record.', [RagFormVersionStale, RagFormNotYours, RagFormSettled]);
const AnswerRagFormResult = formResult('AnswerRagForm', 'The answer is on record.', [RagFormVersionStale, RagFormNotYours, RagFormSettled]);
const FollowUpRagFormResult = formResult('FollowUpRagForm', 'The meeting is on record.', [RagFormVersionStale, RagFormSettled]);

@Resolver(() => RagForm)
export class RagFormResolver {
  @Query(() => RagFormConnection, { description: 'Forms after reviews and conferences that the viewer may see, the latest first.' })
  @Does('rag-form.read')
  async ragForms(@Ctx() { unit, now }: GraphContext, @Args(() => PageArgs) page: PageArgs, @Arg('filter', () => RagFormFilter, { nullable: true, description: 'Narrows the list.' }) filter?: RagFormFilter): Promise<Page<RagForm>> {
    return listPage(unit, RAG_FORMS, { page, orderBy: 'RECENT', where: ragFormsWhere(filter ?? {}, todayInLondon(now)) });
  }

  @Query(() => RagForm, { nullable: true, description: 'One form; null when there is none of that id for the viewer.' })
  @Does('rag-form.read')
  async ragForm(@Ctx() { unit }: GraphContext, @Arg('id', () => ID, { description: 'The form’s id.' }) id: string): Promise<RagForm | null> {
    const uuid = uuidOf('RagForm', id);
    return uuid ? unit.load(ragFormById, uuid) : null;
  }

  @Mutation(() => GiveRagFormResult, { description: 'Gives the form after a review or conference; a red one opens an action. For the reviewing officer or chair, and the Principal IRO.' })
  @Does('rag-form.give')
  async giveRagForm(@Ctx() context: GraphContext, @Arg('input', () => GiveRagFormInput, { description: 'Which meeting, and what was found.' }) input: GiveRagFormInput): Promise<Success | ProblemValue> {
    return command(context, 'giveRagForm', input, (tx) => giveRagForm(tx, input, context.now));
  }

  @Mutation(() => AcknowledgeRagFormResult, { description: 'The worker says that they have read the form. For the worker whose case it is.' })
  @Does('rag-form.acknowledge')
  async acknowledgeRagForm(@Ctx() context: GraphContext, @Arg('input', () => AcknowledgeRagFormInput, { description: 'Which form.' }) input: AcknowledgeRagFormInput): Promise<Success | ProblemValue> {
    return command(context, 'acknowledgeRagForm', input, (tx) => acknowledgeRagForm(tx, input, context.now));
  }

  @Mutation(() => AnswerRagFormResult, { description: 'Says what will be done about a form. For the team’s manager, or who stands above.' })
  @Does('rag-form.answer')
  async answerRagForm(@Ctx() context: GraphContext, @Arg('input', () => AnswerRagFormInput, { description: 'Which form, and the answer.' }) input: AnswerRagFormInput): Promise<Success | ProblemValue> {
    return command(context, 'answerRagForm', input, (tx) => answerRagForm(tx, input, context.now));
  }

  @Mutation(() => FollowUpRagFormResult, { description: 'Puts on record that the Principal IRO and a team manager met about a red or amber form. For the Principal IRO.' })
  @Does('rag-form.follow-up')
  async followUpRagForm(@Ctx() context: GraphContext, @Arg('input', () => FollowUpRagFormInput, { description: 'Which form, who, when, and what was agreed.' }) input: FollowUpRagFormInput): Promise<Success | ProblemValue> {
    return command(context, 'followUpRagForm', input, (tx) => followUpRagForm(tx, input, context.now));
  }
}
