import { ChangeInput, CommandInput, LocalDate, Text } from '@qaf/graph';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'How many audits holders of a role do from a day on.' })
export class SetAuditScheduleInput extends CommandInput {
  @Field(() => Text, { description: 'The role, such as `team_manager`.' })
  role!: string;

  @Field(() => Text, { description: 'The code of the audit tool.' })
  toolCode!: string;

  @Field(() => Text, { nullable: true, description: 'CHILD_JOURNEY (when left out), THEMED or JOINT.' })
  kind?: string;

  @Field(() => Int, { description: 'How many in each span, 1 to 100.' })
  times!: number;

  @Field(() => Text, { description: 'The span: WEEK, MONTH, QUARTER, HALF_YEAR or YEAR.' })
  per!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether they are done together with the worker; false when left out.' })
  withWorker?: boolean;

  @Field(() => Text, { description: 'Where it is said: the section or the row of the programme; not empty.' })
  source!: string;

  @Field(() => LocalDate, { description: 'The first day it holds, today at the earliest. What held for the role, the tool and the kind until then ends.' })
  validFrom!: string;
}

@InputType({ description: 'A schedule that is to end.' })
export class EndAuditScheduleInput extends ChangeInput {
  @Field(() => ID, { description: 'The schedule.' })
  scheduleId!: string;

  @Field(() => LocalDate, { description: 'The first day on which it no longer holds, today at the earliest.' })
  endsOn!: string;
}
