import { Grade, LocalDate } from '@qaf/graph';
import { Field, ObjectType } from 'type-graphql';
import type { TimelineSubject } from './timeline.reference';

@ObjectType('TimelineEntry', {
  description:
    'One day’s entry in a child’s timeline: something that began, took place or ended. Seen by those who may see the child, and an audit’s entries by those alone who may see the audit. It has no id of its own: it points to what it tells of, and exactly one of `episode`, `allocation`, `meeting`, `visit` and `audit` is given, as it stands today.',
  simpleResolvers: true,
})
export class TimelineEntry {
  @Field(() => String, {
    nullable: true,
    description:
      'ALLOCATED, ALLOCATION_ENDED, EPISODE_BEGUN, EPISODE_ENDED, MEETING, VISIT, AUDIT_ALLOCATED, AUDIT_CHECKLIST_DONE, AUDIT_SUBMITTED, AUDIT_MODERATED, AUDIT_FEEDBACK_GIVEN, AUDIT_ACKNOWLEDGED or AUDIT_CLOSED.',
  })
  kind!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day; of what ended, its last day.' })
  onDate!: string | null;

  @Field(() => Grade, { nullable: true, description: 'The grade given on that day: the auditor’s where the audit was submitted, the moderator’s where it was moderated. Null for every other kind.' })
  grade!: Grade | null;

  id!: string;
  subject!: TimelineSubject;
  /** The row of what it tells of, as its own list reads it. */
  thing!: object | null;
}
