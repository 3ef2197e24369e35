import { ChangeInput, Text } from '@qaf/graph';
import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'What the practitioner found for one item of the checklist.' })
export class AuditChecklistAnswerInput {
  @Field(() => Text, { description: 'The item’s key in the tool’s version.' })
  key!: string;

  @Field(() => Text, { description: 'YES, NO or NOT_APPLICABLE.' })
  choice!: string;
}

@InputType({ description: 'The checklist that the practitioner completes before the audit.' })
export class CompleteAuditChecklistInput extends ChangeInput {
  @Field(() => ID, { description: 'The audit.' })
  auditId!: string;

  @Field(() => [AuditChecklistAnswerInput], { description: 'One answer for each item of the checklist of the audit’s tool version, 100 at most.' })
  @ArrayMaxSize(100, { message: 'answers may be 100 at most' })
  answers!: AuditChecklistAnswerInput[];
}

@InputType({ description: 'An audit that its auditor begins.' })
export class StartAuditInput extends ChangeInput {
  @Field(() => ID, { description: 'The audit.' })
  auditId!: string;
}
