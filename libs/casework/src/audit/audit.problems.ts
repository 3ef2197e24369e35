import { Problem, VersionStale } from '@qaf/graph';
import { Field, ObjectType } from 'type-graphql';
import { AuditAnswerChange } from '../audit-answer/audit-answer.type';

@ObjectType('AuditVersionStale', { implements: Problem, description: 'Somebody changed the audit since it was read. Read it again, then decide anew.', simpleResolvers: true })
export class AuditVersionStale extends VersionStale {
  @Field(() => [AuditAnswerChange], {
    nullable: true,
    description: 'To a save of answers: those given since the version that the caller saw, in the order of the questions; empty when the change was none of answers. Null to any other command.',
  })
  changedAnswers!: AuditAnswerChange[] | null;
}

@ObjectType('AuditStateWrong', { implements: Problem, description: 'The audit is not in a state in which this can be done.', simpleResolvers: true })
export class AuditStateWrong extends Problem {}

@ObjectType('AuditNotYours', { implements: Problem, description: 'The viewer may see the audit, but this is for somebody else to do: the message says for whom.', simpleResolvers: true })
export class AuditNotYours extends Problem {}

@ObjectType('AuditorManagesWorker', {
  implements: Problem,
  description: 'The auditor manages the worker whose case it is, and the audit is not one that is done together with the worker.',
  simpleResolvers: true,
})
export class AuditorManagesWorker extends Problem {}

/** What any change of an audit can meet. */
export const AUDIT_PROBLEMS = [AuditVersionStale, AuditStateWrong, AuditNotYours];
