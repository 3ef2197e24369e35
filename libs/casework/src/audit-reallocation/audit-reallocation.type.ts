import { LocalDate } from '@qaf/graph';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('AuditReallocation', { description: 'That an audit went from one auditor to another. Seen by those who may see the audit.', simpleResolvers: true })
export class AuditReallocation {
  @Field(() => LocalDate, { nullable: true, description: 'The day.' })
  onDay!: string | null;

  @Field(() => String, { nullable: true, description: 'Why. May hold personal detail.' })
  reason!: string | null;

  auditId!: string;
  fromId?: string;
  toId?: string;
  byId?: string;
}

@ObjectType('AuditReminder', { description: 'That an auditor was reminded of an audit. Seen by those who may see the audit.', simpleResolvers: true })
export class AuditReminder {
  @Field(() => String, { nullable: true, description: 'DUE_SOON (within five working days) or OVERDUE.' })
  kind!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of the reminder.' })
  remindedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day that the audit was due when they were reminded.' })
  dueOn!: string | null;

  auditId!: string;
}
