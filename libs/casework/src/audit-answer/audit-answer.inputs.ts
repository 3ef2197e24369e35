import { ChangeInput, Grade, LongText, Rag, Text } from '@qaf/graph';
import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'The answer to one question: the value that its kind asks for, and nothing else.' })
export class AuditAnswerInput {
  @Field(() => Text, { description: 'The key of the question in the audit’s version of the tool.' })
  questionKey!: string;

  @Field(() => Grade, { nullable: true, description: 'For a question of kind GRADE.' })
  grade?: Grade;

  @Field(() => Rag, { nullable: true, description: 'For a question of kind RAG.' })
  rag?: Rag;

  @Field(() => Text, { nullable: true, description: 'YES, NO or NOT_APPLICABLE for a question of kind YES_NO_NA; NOT_APPLICABLE for a question of kind GRADE that does not apply.' })
  choice?: string;

  @Field(() => Int, { nullable: true, description: '1 (lowest) to 10 (highest), for a question of kind SCALE.' })
  scale?: number;

  @Field(() => LongText, { nullable: true, description: 'For a question of kind TEXT; not empty.' })
  text?: string;

  @Field(() => LongText, { nullable: true, description: 'What the auditor adds; may hold personal detail.' })
  comment?: string;
}

@InputType({ description: 'Answers of an audit in progress. Each stands for its question until another is given; questions that are left out keep theirs.' })
export class SaveAuditAnswersInput extends ChangeInput {
  @Field(() => ID, { description: 'The audit.' })
  auditId!: string;

  @Field(() => [AuditAnswerInput], { description: 'The answers, 1 to 200, each question once.' })
  @ArrayMinSize(1, { message: 'answers must be 1 at least' })
  @ArrayMaxSize(200, { message: 'answers may be 200 at most' })
  answers!: AuditAnswerInput[];
}
