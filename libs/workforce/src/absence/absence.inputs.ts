import { ChangeInput, CommandInput, LocalDate, Text } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A worker’s time away from work.' })
export class RecordAbsenceInput extends CommandInput {
  @Field(() => ID, { description: 'The worker.' })
  workerId!: string;

  @Field(() => Text, { description: 'Why, by its code of kind `ABSENCE_REASON`.' })
  reasonCode!: string;

  @Field(() => LocalDate, { description: 'The first day away.' })
  startedOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The first day back at work; left out while they are away.' })
  returnedOn?: string;
}

@InputType({ description: 'A worker’s return to work.' })
export class RecordReturnInput extends ChangeInput {
  @Field(() => ID, { description: 'The absence that ends.' })
  absenceId!: string;

  @Field(() => LocalDate, { description: 'The first day back at work.' })
  returnedOn!: string;
}
