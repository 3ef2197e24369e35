import { ChangeInput, CommandInput, LocalDate, LongText, Text } from '@qaf/graph';
import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { SupervisionStateName } from './supervision.type';

export enum SupervisionKind {
  CASE = 'CASE',
  REFLECTIVE = 'REFLECTIVE',
  PERSONAL = 'PERSONAL',
  GROUP = 'GROUP',
}

registerEnumType(SupervisionKind, {
  name: 'SupervisionKind',
  description: 'What a supervision session is for.',
  valuesConfig: {
    CASE: { description: 'The worker’s cases.' },
    REFLECTIVE: { description: 'Reflection on practice.' },
    PERSONAL: { description: 'The worker’s own development and wellbeing.' },
    GROUP: { description: 'Held with a group.' },
  },
});

export enum SupervisionOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}

registerEnumType(SupervisionOrder, {
  name: 'SupervisionOrder',
  description: 'How a list of supervision sessions is ordered, by the day planned; the id decides between equals.',
  valuesConfig: { NEWEST: { description: 'Latest first.' }, OLDEST: { description: 'Earliest first.' } },
});

@InputType({ description: 'Which supervision sessions are asked for; what is left out does not narrow.' })
export class SupervisionFilter {
  @Field(() => ID, { nullable: true, description: 'Of this worker.' })
  workerId?: string;

  @Field(() => ID, { nullable: true, description: 'Given by this supervisor.' })
  supervisorId?: string;

  @Field(() => ID, { nullable: true, description: 'Of workers who belonged to this team when it was planned.' })
  teamId?: string;

  @Field(() => SupervisionStateName, { nullable: true, description: 'In this state.' })
  state?: SupervisionStateName;

  @Field(() => LocalDate, { nullable: true, description: 'Planned on or after this day.' })
  from?: string;

  @Field(() => LocalDate, { nullable: true, description: 'Planned before this day.' })
  before?: string;
}

@InputType({ description: 'A supervision to come.' })
export class PlanSupervisionInput extends CommandInput {
  @Field(() => ID, { description: 'The worker to be supervised.' })
  workerId!: string;

  @Field(() => LocalDate, { description: 'The day it is agreed for.' })
  plannedFor!: string;

  @Field(() => SupervisionKind, { description: 'What it is for.' })
  kind!: SupervisionKind;
}

@InputType({ description: 'What was decided about one child.' })
export class CaseDiscussionInput {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => LongText, { description: 'What was discussed.' })
  discussed!: string;

  @Field(() => LongText, { description: 'What was decided, and why.' })
  decision!: string;

  @Field(() => LongText, { nullable: true, description: 'What was agreed to be done, by whom.' })
  agreedActions?: string;
}

@InputType({ description: 'The record of a supervision that was held.' })
export class RecordSupervisionInput extends ChangeInput {
  @Field(() => ID, { description: 'The session, as planned.' })
  sessionId!: string;

  @Field(() => LocalDate, { description: 'The day it was held; not in the future.' })
  heldOn!: string;

  @Field(() => Boolean, { description: 'Whether the record shows reflective analysis.' })
  reflectiveAnalysis!: boolean;

  @Field(() => LongText, { nullable: true, description: 'What was talked about, apart from children.' })
  summary?: string;

  @Field(() => [CaseDiscussionInput], { defaultValue: [], description: 'The children discussed, each once; 50 at most.' })
  @ArrayMaxSize(50, { message: 'a record may hold 50 discussions at most' })
  discussions!: CaseDiscussionInput[];
}

@InputType({ description: 'A supervision that will not be held.' })
export class CancelSupervisionInput extends ChangeInput {
  @Field(() => ID, { description: 'The session, as planned.' })
  sessionId!: string;

  @Field(() => Text, { description: 'Why it will not be held.' })
  reason!: string;
}
