import { ChangeInput, LocalDate, LongText } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Feedback that the auditor has given to the worker.' })
export class GiveAuditFeedbackInput extends ChangeInput {
  @Field(() => ID, { description: 'The audit.' })
  auditId!: string;

  @Field(() => LocalDate, { description: 'The day it was given: not before the audit was submitted, not in the future.' })
  feedbackGivenOn!: string;
}

@InputType({ description: 'Feedback that the worker has taken in.' })
export class AcknowledgeAuditInput extends ChangeInput {
  @Field(() => ID, { description: 'The audit.' })
  auditId!: string;

  @Field(() => LongText, { nullable: true, description: 'What the worker says to it; may hold personal detail.' })
  comment?: string;
}

@InputType({ description: 'An audit that is done.' })
export class CloseAuditInput extends ChangeInput {
  @Field(() => ID, { description: 'The audit.' })
  auditId!: string;
}
