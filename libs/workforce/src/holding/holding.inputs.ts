import { ChangeInput, CommandInput, LocalDate, Text } from '@qaf/graph';
import { Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

const FTE = 'fteThousandths must be from 1 to 1000';

@InputType({ description: 'Who is appointed to a post: somebody new, somebody who comes back, or somebody who works here and is in no post yet.' })
export class AppointWorkerInput extends CommandInput {
  @Field(() => ID, { description: 'The post; nobody else may be in it from that day on.' })
  postId!: string;

  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string;

  @Field(() => Int, { description: 'Hours as a full-time equivalent in thousandths, 1 to 1000.' })
  @Min(1, { message: FTE })
  @Max(1000, { message: FTE })
  fteThousandths!: number;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether an agency supplies them. The post then still counts as vacant.' })
  agencyWorker!: boolean;

  @Field(() => ID, { nullable: true, description: 'Somebody whose record is here already; left out for somebody new.' })
  workerId?: string;

  @Field(() => Text, { nullable: true, description: 'For somebody new: the authority’s own number for them.' })
  staffNumber?: string;

  @Field(() => Text, { nullable: true, description: 'For somebody new: the name that colleagues use.' })
  displayName?: string;

  @Field(() => ID, { nullable: true, description: 'Who manages them from that day; left out, nobody is put on record.' })
  managerId?: string;

  @Field(() => Text, { nullable: true, description: 'Where they came from, by its code of kind `STARTER_ORIGIN`.' })
  originCode?: string;
}

@InputType({ description: 'A worker’s move to another post from a day on.' })
export class TransferWorkerInput extends ChangeInput {
  @Field(() => ID, { description: 'The worker.' })
  workerId!: string;

  @Field(() => ID, { description: 'The post that they go to; nobody else may be in it from that day on.' })
  postId!: string;

  @Field(() => LocalDate, { description: 'The first day in it. The post before ends with the day before.' })
  from!: string;

  @Field(() => ID, { nullable: true, description: 'The new manager; left out, the manager stays.' })
  managerId?: string;
}

@InputType({ description: 'A worker’s acting up into another post, while their own is kept for them.' })
export class ActUpInput extends ChangeInput {
  @Field(() => ID, { description: 'The worker.' })
  workerId!: string;

  @Field(() => ID, { description: 'The post that they act up into; nobody else may act up into it at that time.' })
  postId!: string;

  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last day, where it is known.' })
  lastDay?: string;
}

@InputType({ description: 'The end of acting up.' })
export class EndActingUpInput extends ChangeInput {
  @Field(() => ID, { description: 'The worker.' })
  workerId!: string;

  @Field(() => LocalDate, { description: 'The last day of acting up.' })
  lastDay!: string;
}

@InputType({ description: 'A worker’s hours from a day on.' })
export class ChangeHoursInput extends ChangeInput {
  @Field(() => ID, { description: 'The worker.' })
  workerId!: string;

  @Field(() => LocalDate, { description: 'The first day of the new hours.' })
  from!: string;

  @Field(() => Int, { description: 'The hours as a full-time equivalent in thousandths, 1 to 1000.' })
  @Min(1, { message: FTE })
  @Max(1000, { message: FTE })
  fteThousandths!: number;
}
