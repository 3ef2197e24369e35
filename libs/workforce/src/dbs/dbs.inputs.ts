import { CommandInput, LocalDate, Text } from '@qaf/graph';
import { IsIn } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A certificate of the Disclosure and Barring Service.' })
export class RecordDbsCheckInput extends CommandInput {
  @Field(() => ID, { description: 'The worker.' })
  workerId!: string;

  @Field(() => Text, { description: 'How much it looked at, as in `DbsCheck.level`.' })
  @IsIn(['BASIC', 'STANDARD', 'ENHANCED', 'ENHANCED_BARRED'], { message: 'level must be BASIC, STANDARD, ENHANCED or ENHANCED_BARRED' })
  level!: string;

  @Field(() => LocalDate, { description: 'The day of issue; not a day to come.' })
  issuedOn!: string;

  @Field(() => Boolean, { description: 'Whether the worker subscribes to the update service.' })
  updateService!: boolean;
}

@InputType({ description: 'A look at the standing of a certificate.' })
export class RecordDbsStatusCheckInput extends CommandInput {
  @Field(() => ID, { description: 'The certificate.' })
  dbsCheckId!: string;

  @Field(() => LocalDate, { description: 'The day it was looked up; not before the issue, and not a day to come.' })
  checkedOn!: string;

  @Field(() => Text, { description: '`UNCHANGED` or `CHANGED`.' })
  @IsIn(['UNCHANGED', 'CHANGED'], { message: 'outcome must be UNCHANGED or CHANGED' })
  outcome!: string;
}
