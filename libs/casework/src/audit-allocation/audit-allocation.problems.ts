import { Problem } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('AuditorIsWorker', { implements: Problem, description: 'The auditor is the worker whose case it is. Nobody audits their own practice.', simpleResolvers: true })
export class AuditorIsWorker extends Problem {}

@ObjectType('AuditorHasLeft', { implements: Problem, description: 'The auditor no longer works for the authority.', simpleResolvers: true })
export class AuditorHasLeft extends Problem {}

@ObjectType('AuditOutsideStream', {
  implements: Problem,
  description: 'The viewer leads audits in one stream alone (those of IROs, of the front door or of early help), and this one is outside it.',
  simpleResolvers: true,
})
export class AuditOutsideStream extends Problem {}

@ObjectType('AuditToolNotForService', { implements: Problem, description: 'The tool is for other services than the one whose worker holds the case.', simpleResolvers: true })
export class AuditToolNotForService extends Problem {}
