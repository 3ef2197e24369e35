import { CommandInput, LocalDate, Text } from '@qaf/graph';
import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Somebody among whom cases are given out.' })
export class SampleAuditorInput {
  @Field(() => ID, { description: 'The worker.' })
  auditorId!: string;

  @Field(() => Text, { nullable: true, description: 'The role in which they audit, such as `team_manager`: the schedule says how many it is asked for. As one who is asked for one when left out, or when no schedule names the role.' })
  role?: string;
}

@InputType({ description: 'How the drawn cases of a sample are given out.' })
export class AllocateSampleInput extends CommandInput {
  @Field(() => ID, { description: 'The sample. Cases of it that have an audit already keep it, so that more auditors can be asked later.' })
  sampleId!: string;

  @Field(() => [SampleAuditorInput], { description: 'The auditors, 1 to 200, each once.' })
  @ArrayMinSize(1, { message: 'auditors must be 1 at least' })
  @ArrayMaxSize(200, { message: 'auditors may be 200 at most' })
  auditors!: SampleAuditorInput[];

  @Field(() => LocalDate, { nullable: true, description: 'The day by which the audits are to be submitted; this or `dueInWorkingDays`.' })
  dueOn?: string;

  @Field(() => Int, { nullable: true, description: 'In how many working days from today they are to be submitted, 1 to 250; this or `dueOn`.' })
  dueInWorkingDays?: number;

  @Field(() => Text, { nullable: true, description: 'The month for which they count in the audit programme, as YYYY-MM; the month of the due date when left out.' })
  period?: string;
}
