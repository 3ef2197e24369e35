import { ChangeInput, Text } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which names are asked for; what is left out does not narrow.' })
export class UnmatchedNameFilter {
  @Field(() => Boolean, { nullable: true, description: 'True for names that were resolved, false for those that were not.' })
  resolved?: boolean;

  @Field(() => Text, { nullable: true, description: 'WORKER or TEAM.' })
  kind?: string;
}

@InputType({ description: 'Who a name stands for. The next import of the same format goes by it.' })
export class ResolveUnmatchedNameInput extends ChangeInput {
  @Field(() => ID, { description: 'The unmatched name.' })
  unmatchedNameId!: string;

  @Field(() => ID, { nullable: true, description: 'The worker, for a name of kind WORKER.' })
  workerId?: string;

  @Field(() => ID, { nullable: true, description: 'The team, for a name of kind TEAM.' })
  teamId?: string;
}
