import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('AuditToolVersionStale', { implements: Problem, description: 'Somebody changed this version of the tool since it was read. Read it again, then decide anew.', simpleResolvers: true })
export class AuditToolVersionStale extends VersionStale {}

@ObjectType('AuditToolStateWrong', { implements: Problem, description: 'The version is not in a state in which this can be done: only a draft is designed.', simpleResolvers: true })
export class AuditToolStateWrong extends Problem {}

@ObjectType('AuditToolCodeTaken', { implements: Problem, description: 'Another tool has this code.', simpleResolvers: true })
export class AuditToolCodeTaken extends Problem {}

@ObjectType('AuditToolDraftOpen', { implements: Problem, description: 'The tool has a draft already. Go on with that one.', simpleResolvers: true })
export class AuditToolDraftOpen extends Problem {}

@ObjectType('AuditToolPilotOpen', { implements: Problem, description: 'Another version of the tool is being piloted. Publish or retire it first.', simpleResolvers: true })
export class AuditToolPilotOpen extends Problem {}

@ObjectType('AuditToolIncomplete', {
  implements: Problem,
  description: 'Nobody could audit with the draft yet: a section without questions, no checklist, or a question that depends on one that does not come before it. The message says which.',
  simpleResolvers: true,
})
export class AuditToolIncomplete extends Problem {}

@ObjectType('AuditQuestionKeyTaken', { implements: Problem, description: 'The version has a question of this key already.', simpleResolvers: true })
export class AuditQuestionKeyTaken extends Problem {}

@ObjectType('AuditQuestionNeeded', { implements: Problem, description: 'Another question of the version depends on this one. Change that one first.', simpleResolvers: true })
export class AuditQuestionNeeded extends Problem {}

@ObjectType('AuditSectionNotEmpty', { implements: Problem, description: 'The section has questions. Move or remove them first.', simpleResolvers: true })
export class AuditSectionNotEmpty extends Problem {}

/** What any change of a version of a tool can meet. */
export const TOOL_PROBLEMS = [AuditToolVersionStale, AuditToolStateWrong];
