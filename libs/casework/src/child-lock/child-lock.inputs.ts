import { ChangeInput, LongText } from '@qaf/graph';
import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A child whose record is to be there for named people alone.' })
export class LockChildInput extends ChangeInput {
  @Field(() => ID, { description: 'The child. `version` is the child’s.' })
  childId!: string;

  @Field(() => LongText, { description: 'Why; not empty.' })
  reason!: string;

  @Field(() => [ID], { description: 'The workers who still see the record, 50 at most. Whoever locks it is always among them.' })
  @ArrayMaxSize(50, { message: 'a lock names 50 workers at most' })
  allowed!: string[];
}

@InputType({ description: 'A lock that is to end.' })
export class UnlockChildInput extends ChangeInput {
  @Field(() => ID, { description: 'The lock. `version` is the lock’s.' })
  lockId!: string;

  @Field(() => LongText, { description: 'Why; not empty.' })
  reason!: string;
}
