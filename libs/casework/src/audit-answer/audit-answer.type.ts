import { DateTime, Grade, Rag } from '@qaf/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('AuditAnswer', { description: 'An auditor’s answer to one question. Seen by those who may see the audit.', simpleResolvers: true })
export class AuditAnswer {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The key of the question in the audit’s version of the tool.' })
  questionKey!: string | null;

  @Field(() => Grade, { nullable: true, description: 'The grade given, to a question of kind GRADE; null when it did not apply, and for other kinds.' })
  grade!: Grade | null;

  @Field(() => Rag, { nullable: true, description: 'The colour given, to a question of kind RAG; null for other kinds.' })
  rag!: Rag | null;

  @Field(() => String, { nullable: true, description: 'YES, NO or NOT_APPLICABLE, to a question of kind YES_NO_NA; NOT_APPLICABLE for a question of kind GRADE that did not apply; null otherwise.' })
  choice!: string | null;

  @Field(() => Int, { nullable: true, description: '1 (lowest) to 10 (highest), to a question of kind SCALE; null for other kinds.' })
  scale!: number | null;

  @Field(() => String, { nullable: true, description: 'The answer to a question of kind TEXT; null for other kinds. May hold personal detail.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'What the auditor adds to the answer; null when nothing. May hold personal detail.' })
  comment!: string | null;

  @Field(() => Int, { nullable: true, description: 'How often the answer was given anew, from 1.' })
  version!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last given (UTC); null for one that was loaded without it.' })
  answeredAt!: Date | null;

  auditId!: string;
  toolVersionId!: string;
  answeredById?: string | null;
}

@ObjectType('AuditAnswerChange', { description: 'An answer that somebody gave after the audit was read. Seen by those who may see the audit.', simpleResolvers: true })
export class AuditAnswerChange {
  @Field(() => String, { nullable: true, description: 'The key of the question in the audit’s version of the tool.' })
  questionKey!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was given (UTC).' })
  answeredAt!: Date | null;

  answeredById?: string | null;
}
