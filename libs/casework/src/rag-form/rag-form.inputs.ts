import { ChangeInput, CommandInput, Grade, LocalDate, LongText, Rag, Text } from '@qaf/graph';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Which forms are asked for; what is left out does not narrow.' })
export class RagFormFilter {
  @Field(() => Rag, { nullable: true, description: 'Of this colour.' })
  rag?: Rag;

  @Field(() => LocalDate, { nullable: true, description: 'Given on this day or later.' })
  givenFrom?: string;

  @Field(() => LocalDate, { nullable: true, description: 'Given before this day.' })
  givenBefore?: string;

  @Field(() => ID, { nullable: true, description: 'Of cases that this team held when the form was given.' })
  teamId?: string;

  @Field(() => ID, { nullable: true, description: 'By this reviewing officer or chair.' })
  authorId?: string;

  @Field(() => Boolean, { nullable: true, description: 'True: red or amber and not resolved yet. False: the others.' })
  open?: boolean;

  @Field(() => Grade, { nullable: true, description: 'On children whose last submitted audit has this grade or a better one, the moderated grade before the auditor’s; of the audits that the caller may see.' })
  lastAuditAtLeast?: Grade;

  @Field(() => Boolean, { nullable: true, description: 'True: the child’s last form, amber, where the one before it was amber too: one form a child. False: the others.' })
  secondAmber?: boolean;

  @Field(() => Int, { nullable: true, description: 'Without a team manager’s answer although so many working days after the day of giving have passed in full; a form to be answered in 10 is found from the eleventh. Less than 0 counts as 0; more than 500 finds nothing.' })
  unansweredInWorkingDays?: number;
}

@InputType({ description: 'One area and its colour.' })
export class RagAreaInput {
  @Field(() => Text, { description: '`plan`, `decisions`, `visits`, `voice`, `reports` or `oversight`.' })
  area!: string;

  @Field(() => Rag, { description: 'Its colour.' })
  rag!: Rag;

  @Field(() => LongText, { nullable: true, description: 'What was found; needed for red and amber.' })
  note?: string;
}

@InputType({ description: 'A form after a meeting.' })
export class GiveRagFormInput extends CommandInput {
  @Field(() => ID, { description: 'The review or conference.' })
  meetingId!: string;

  @Field(() => [RagAreaInput], { description: 'All six areas, each once.' })
  areas!: RagAreaInput[];

  @Field(() => LongText, { nullable: true, description: 'Problems of practice, where there are any.' })
  practiceProblems?: string;

  @Field(() => LongText, { nullable: true, description: 'What drifts or is late and why, where something does.' })
  driftReason?: string;
}

@InputType({ description: 'A form that the worker has read.' })
export class AcknowledgeRagFormInput extends ChangeInput {
  @Field(() => ID, { description: 'The form.' })
  formId!: string;

  @Field(() => LongText, { nullable: true, description: 'What the worker says to it.' })
  comment?: string;
}

@InputType({ description: 'A team manager’s answer to a form.' })
export class AnswerRagFormInput extends ChangeInput {
  @Field(() => ID, { description: 'The form.' })
  formId!: string;

  @Field(() => LongText, { description: 'What will be done, or why nothing; not empty.' })
  answer!: string;
}

@InputType({ description: 'A monthly meeting about a form.' })
export class FollowUpRagFormInput extends ChangeInput {
  @Field(() => ID, { description: 'The form.' })
  formId!: string;

  @Field(() => ID, { description: 'The team manager whom the Principal IRO met.' })
  withId!: string;

  @Field(() => LocalDate, { description: 'The day they met: not before the form was given, not in the future.' })
  heldOn!: string;

  @Field(() => LongText, { description: 'What was agreed; not empty.' })
  note!: string;

  @Field(() => Boolean, { description: 'Whether the form is resolved.' })
  resolved!: boolean;
}
