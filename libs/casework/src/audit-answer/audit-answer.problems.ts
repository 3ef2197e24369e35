import { Problem } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('AuditAnswerInvalid', {
  implements: Problem,
  description: 'An answer does not fit its question: no such question, twice the same, or not the value that its kind asks for. `path` leads to it.',
  simpleResolvers: true,
})
export class AuditAnswerInvalid extends Problem {}
