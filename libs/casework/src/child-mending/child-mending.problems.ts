import { Problem } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('CaseReferenceUnusable', {
  implements: Problem,
  description: 'The reference cannot be given to this child: it is not one, or it is or was another’s. Which of these is not told.',
  simpleResolvers: true,
})
export class CaseReferenceUnusable extends Problem {}

@ObjectType('ChildAllocationsOverlap', {
  implements: Problem,
  description: 'The two records say different things of who works with the child on the same days. Say in `allocationsOf` whose count.',
  simpleResolvers: true,
})
export class ChildAllocationsOverlap extends Problem {}
