import { command, Does, type GraphContext, type ProblemValue, type Success } from '@qaf/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AddAuditSectionInput, ChangeAuditSectionInput, CreateAuditToolInput, DraftAuditToolVersionInput, RemoveAuditSectionInput, SetAuditChecklistInput, SetAuditToolServicesInput } from './design.inputs';
import { AuditSectionNotEmpty, AuditToolCodeTaken, AuditToolDraftOpen, TOOL_PROBLEMS } from './design.problems';
import { addSection, changeSection, createTool, draftVersion, removeSection } from './design.service';
import { setChecklist, setServices } from './design-questions.service';
import { toolResult } from './tool-success';

const CreateAuditToolResult = toolResult('CreateAuditTool', 'The tool is there, with an empty draft.', [AuditToolCodeTaken]);
const DraftAuditToolVersionResult = toolResult('DraftAuditToolVersion', 'The draft is there, a copy of the newest version.', [AuditToolDraftOpen]);
const SetAuditChecklistResult = toolResult('SetAuditChecklist', 'The checklist is kept.', TOOL_PROBLEMS);
const SetAuditToolServicesResult = toolResult('SetAuditToolServices', 'The services are kept.', TOOL_PROBLEMS);
const AddAuditSectionResult = toolResult('AddAuditSection', 'The section is there.', TOOL_PROBLEMS);
const ChangeAuditSectionResult = toolResult('ChangeAuditSection', 'The section is changed.', TOOL_PROBLEMS);
const RemoveAuditSectionResult = toolResult('RemoveAuditSection', 'The section is gone from the draft.', [...TOOL_PROBLEMS, AuditSectionNotEmpty]);

const WHICH = { description: 'Which draft, and the change.' } as const;
type Outcome = Promise<Success | ProblemValue>;

@Resolver()
export class AuditToolDesignResolver {
  @Mutation(() => CreateAuditToolResult, { description: 'Begins an audit tool. For the Principal Social Worker and QPA.' })
  @Does('audit-tool.design')
  async createAuditTool(@Ctx() context: GraphContext, @Arg('input', () => CreateAuditToolInput, { description: 'Its code and title.' }) input: CreateAuditToolInput): Outcome {
    return command(context, 'createAuditTool', input, (tx) => createTool(tx, input));
  }

  @Mutation(() => DraftAuditToolVersionResult, { description: 'Begins the next version of a tool as a copy of its newest. For the Principal Social Worker and QPA.' })
  @Does('audit-tool.design')
  async draftAuditToolVersion(@Ctx() context: GraphContext, @Arg('input', () => DraftAuditToolVersionInput, { description: 'Which tool.' }) input: DraftAuditToolVersionInput): Outcome {
    return command(context, 'draftAuditToolVersion', input, (tx) => draftVersion(tx, input));
  }

  @Mutation(() => SetAuditChecklistResult, { description: 'Says what the practitioner is to check before the audit. For the Principal Social Worker and QPA.' })
  @Does('audit-tool.design')
  async setAuditChecklist(@Ctx() context: GraphContext, @Arg('input', () => SetAuditChecklistInput, WHICH) input: SetAuditChecklistInput): Outcome {
    return command(context, 'setAuditChecklist', input, (tx) => setChecklist(tx, input));
  }

  @Mutation(() => SetAuditToolServicesResult, { description: 'Says which services a draft is for. For the Principal Social Worker and QPA.' })
  @Does('audit-tool.design')
  async setAuditToolServices(@Ctx() context: GraphContext, @Arg('input', () => SetAuditToolServicesInput, WHICH) input: SetAuditToolServicesInput): Outcome {
    return command(context, 'setAuditToolServices', input, (tx) => setServices(tx, input));
  }

  @Mutation(() => AddAuditSectionResult, { description: 'Adds a section to a draft. For the Principal Social Worker and QPA.' })
  @Does('audit-tool.design')
  async addAuditSection(@Ctx() context: GraphContext, @Arg('input', () => AddAuditSectionInput, WHICH) input: AddAuditSectionInput): Outcome {
    return command(context, 'addAuditSection', input, (tx) => addSection(tx, input));
  }

  @Mutation(() => ChangeAuditSectionResult, { description: 'Gives a section of a draft another heading or another place. For the Principal Social Worker and QPA.' })
  @Does('audit-tool.design')
  async changeAuditSection(@Ctx() context: GraphContext, @Arg('input', () => ChangeAuditSectionInput, WHICH) input: ChangeAuditSectionInput): Outcome {
    return command(context, 'changeAuditSection', input, (tx) => changeSection(tx, input));
  }

  @Mutation(() => RemoveAuditSectionResult, { description: 'Takes an empty section from a draft. For the Principal Social Worker and QPA.' })
  @Does('audit-tool.design')
  async removeAuditSection(@Ctx() context: GraphContext, @Arg('input', () => RemoveAuditSectionInput, WHICH) input: RemoveAuditSectionInput): Outcome {
    return command(context, 'removeAuditSection', input, (tx) => removeSection(tx, input));
  }
}
