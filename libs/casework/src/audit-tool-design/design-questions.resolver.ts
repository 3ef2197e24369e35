import { command, Does, type GraphContext, type ProblemValue, type Success } from '@qaf/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AddAuditQuestionInput, ChangeAuditQuestionInput, RemoveAuditQuestionInput } from './design-questions.inputs';
import { addQuestion, changeQuestion, removeQuestion } from './design-questions.service';
import { AuditQuestionKeyTaken, AuditQuestionNeeded, TOOL_PROBLEMS } from './design.problems';
import { toolResult } from './tool-success';

const AddAuditQuestionResult = toolResult('AddAuditQuestion', 'The question is there.', [...TOOL_PROBLEMS, AuditQuestionKeyTaken]);
const ChangeAuditQuestionResult = toolResult('ChangeAuditQuestion', 'The question is changed.', TOOL_PROBLEMS);
const RemoveAuditQuestionResult = toolResult('RemoveAuditQuestion', 'The question is gone from the draft.', [...TOOL_PROBLEMS, AuditQuestionNeeded]);

const WHICH = { description: 'Which draft, and the change.' } as const;
type Outcome = Promise<Success | ProblemValue>;

@Resolver()
export class AuditQuestionDesignResolver {
  @Mutation(() => AddAuditQuestionResult, { description: 'Adds a question to a draft. For the Principal Social Worker and QPA.' })
  @Does('audit-tool.design')
  async addAuditQuestion(@Ctx() context: GraphContext, @Arg('input', () => AddAuditQuestionInput, WHICH) input: AddAuditQuestionInput): Outcome {
    return command(context, 'addAuditQuestion', input, (tx) => addQuestion(tx, input));
  }

  @Mutation(() => ChangeAuditQuestionResult, { description: 'Changes a question of a draft, or moves it. For the Principal Social Worker and QPA.' })
  @Does('audit-tool.design')
  async changeAuditQuestion(@Ctx() context: GraphContext, @Arg('input', () => ChangeAuditQuestionInput, WHICH) input: ChangeAuditQuestionInput): Outcome {
    return command(context, 'changeAuditQuestion', input, (tx) => changeQuestion(tx, input));
  }

  @Mutation(() => RemoveAuditQuestionResult, { description: 'Takes a question from a draft; earlier versions keep it. For the Principal Social Worker and QPA.' })
  @Does('audit-tool.design')
  async removeAuditQuestion(@Ctx() context: GraphContext, @Arg('input', () => RemoveAuditQuestionInput, WHICH) input: RemoveAuditQuestionInput): Outcome {
    return command(context, 'removeAuditQuestion', input, (tx) => removeQuestion(tx, input));
  }
}
