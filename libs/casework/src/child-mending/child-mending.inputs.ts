import { ChangeInput, LongText, Text } from '@qaf/graph';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'The reference that a child has in truth.' })
export class CorrectChildReferenceInput extends ChangeInput {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => Text, { description: 'The reference of the case-management system, exactly as it writes it.' })
  caseReference!: string;

  @Field(() => LongText, { description: 'Why; not empty.' })
  reason!: string;
}

@InputType({ description: 'Two records that turned out to be of one child.' })
export class MergeChildrenInput extends ChangeInput {
  @Field(() => ID, { description: 'The record that stays. `version` is its version.' })
  keepId!: string;

  @Field(() => ID, { description: 'The record that becomes part of it.' })
  mergeId!: string;

  @Field(() => Int, { description: 'The `version` that the caller read of the record that goes.' })
  mergeVersion!: number;

  @Field(() => ID, { nullable: true, description: 'Where the two say different things of who works with the child on the same days: whose allocations count, one of the two records. The other’s are dropped where they overlap.' })
  allocationsOf?: string;

  @Field(() => LongText, { description: 'Why; not empty.' })
  reason!: string;
}
