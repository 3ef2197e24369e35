import { CommandInput, LongText, Text } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A child whom a manager must see in an emergency. Give the id or the case reference.' })
export class SeeBeyondInput extends CommandInput {
  @Field(() => ID, { nullable: true, description: 'The child’s id, where it is known.' })
  childId?: string;

  @Field(() => Text, { nullable: true, description: 'The child’s reference, exactly as the case-management system writes it.' })
  caseReference?: string;

  @Field(() => LongText, { description: 'The emergency; not empty. Information governance reads it.' })
  reason!: string;
}
