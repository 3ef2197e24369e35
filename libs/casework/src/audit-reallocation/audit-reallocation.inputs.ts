import { ChangeInput, CommandInput, LocalDate, LongText } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'An audit that another auditor is to do.' })
export class ReallocateAuditInput extends ChangeInput {
  @Field(() => ID, { description: 'The audit.' })
  auditId!: string;

  @Field(() => ID, { description: 'Who is to do it from now on: not the worker whose case it is, nor their manager unless it is done together with the worker.' })
  auditorId!: string;

  @Field(() => LongText, { description: 'Why; not empty.' })
  reason!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Another day by which it is to be submitted, not in the past; as before when left out.' })
  dueOn?: string;
}

@InputType({ description: 'That auditors are to be reminded today.' })
export class RemindAuditorsInput extends CommandInput {}
