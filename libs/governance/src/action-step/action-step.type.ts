import { DateTime, LocalDate, LongText } from '@qaf/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('ActionStep', { description: 'One thing that happened to an action. Never changed; seen by those who see the action’s detail.', simpleResolvers: true })
export class ActionStep {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What happened: `OPENED`, `PROGRESS`, `DONE`, `VERIFIED`, `RETURNED` (sent back by the one who verifies), `CANCELLED`, `OWNER_CHANGED`, `DUE_DATE_CHANGED`, `ESCALATED`, `EVIDENCE_ATTACHED` or `EVIDENCE_REMOVED`.',
  })
  kind!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When.' })
  at!: Date | null;

  @Field(() => LongText, { nullable: true, description: 'What was said about it: progress, evidence, outcome or reason. Free text; null when nothing.' })
  note!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The due date from this step on.' })
  dueOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'The level of escalation from this step on, 0 to 3.' })
  escalationLevel!: number | null;

  actionId!: string;
  byId?: string | null;
  ownerId?: string;
}
