import { ChangeInput, LocalDate, Text } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A worker’s move to a team, a new manager, or both, from a day on.' })
export class MoveWorkerInput extends ChangeInput {
  @Field(() => ID, { description: 'The worker who moves.' })
  workerId!: string;

  @Field(() => LocalDate, { description: 'The first day in the new place. Not before the place that the worker has now began.' })
  from!: string;

  @Field(() => ID, { nullable: true, description: 'The new team; left out, the team stays.' })
  teamId?: string;

  @Field(() => ID, { nullable: true, description: 'The new manager; left out, the manager stays.' })
  managerId?: string;
}

@InputType({ description: 'A worker’s last day.' })
export class RecordLeaverInput extends ChangeInput {
  @Field(() => ID, { description: 'The worker who leaves.' })
  workerId!: string;

  @Field(() => LocalDate, { description: 'The last day of work.' })
  leftOn!: string;

  @Field(() => Text, { description: 'Why, by its code of kind `LEAVING_REASON`, such as `RESIGNATION`.' })
  reason!: string;

  @Field(() => Text, { nullable: true, description: 'Where they go, by its code of kind `LEAVER_DESTINATION`.' })
  destinationCode?: string;
}
