import { ChangeInput, Grade, LongText } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'An audit that its auditor has finished.' })
export class SubmitAuditInput extends ChangeInput {
  @Field(() => ID, { description: 'The audit.' })
  auditId!: string;

  @Field(() => Grade, { description: 'The auditor’s own overall grade; it may differ from the computed one.' })
  judgedGrade!: Grade;

  @Field(() => LongText, { description: 'Why this grade; not empty. Where it differs from the computed grade, why it does.' })
  gradeReason!: string;

  @Field(() => LongText, { description: 'What was done well; not empty.' })
  strengths!: string;

  @Field(() => LongText, { description: 'What should improve; not empty.' })
  areasToImprove!: string;

  @Field(() => Boolean, { description: 'Whether the child’s voice is evident on the file.' })
  childVoiceEvident!: boolean;
}

@InputType({ description: 'A second grade, which then counts.' })
export class ModerateAuditInput extends ChangeInput {
  @Field(() => ID, { description: 'The audit.' })
  auditId!: string;

  @Field(() => Grade, { description: 'The moderator’s grade; it may be the same as the auditor’s.' })
  moderatedGrade!: Grade;

  @Field(() => LongText, { description: 'Why; not empty.' })
  moderationReason!: string;
}
