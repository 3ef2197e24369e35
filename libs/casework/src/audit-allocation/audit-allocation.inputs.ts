import { ChangeInput, CommandInput, LocalDate, LongText, Text } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'An audit of one child’s file, to be done by one auditor by a day.' })
export class AllocateAuditInput extends CommandInput {
  @Field(() => ID, { description: 'The child whose file is to be audited.' })
  childId!: string;

  @Field(() => ID, { description: 'The worker who is to audit: not the worker whose case it is, nor their manager unless `withWorker`.' })
  auditorId!: string;

  @Field(() => Text, { description: 'The code of the audit tool, such as `child-journey`; the version in use today is kept.' })
  toolCode!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is done on the version that is being piloted; on the version in use when false or left out.' })
  pilot?: boolean;

  @Field(() => Text, { nullable: true, description: 'CHILD_JOURNEY (when left out), THEMED or JOINT.' })
  kind?: string;

  @Field(() => LocalDate, { description: 'The day by which it is to be submitted; not in the past.' })
  dueOn!: string;

  @Field(() => Text, { nullable: true, description: 'The month for which it counts in the audit programme, as YYYY-MM; the month of the due date when left out.' })
  period?: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is done together with the worker, as the programme provides; false when left out.' })
  withWorker?: boolean;
}

@InputType({ description: 'An audit that is not to be done after all.' })
export class WithdrawAuditInput extends ChangeInput {
  @Field(() => ID, { description: 'The audit.' })
  auditId!: string;

  @Field(() => LongText, { description: 'Why; not empty.' })
  reason!: string;
}
