import { ChangeInput, Grade, LongText, Text } from '@qaf/graph';
import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'That a question is asked only where another, earlier one was answered so.' })
export class AskedWhenInput {
  @Field(() => Text, { description: 'The key of a question that comes before it in the tool, of any kind but TEXT.' })
  key!: string;

  @Field(() => [Text], { description: 'Any of these answers: a grade, RED, AMBER or GREEN, YES, NO or NOT_APPLICABLE, or a number from 1 to 10, as the kind of that question asks for.' })
  @ArrayMinSize(1, { message: 'answers must be 1 at least' })
  @ArrayMaxSize(10, { message: 'answers may be 10 at most' })
  answers!: string[];
}

@InputType({ description: 'A question as it is to be asked, whole: what is left out takes its usual value.' })
export class AuditQuestionInput {
  @Field(() => LongText, { description: 'The question as the auditor reads it, 1,000 characters at most.' })
  text!: string;

  @Field(() => LongText, { nullable: true, description: 'What good looks like; none when left out.' })
  guidance?: string;

  @Field(() => Text, { description: 'GRADE, RAG, YES_NO_NA, SCALE or TEXT.' })
  kind!: string;

  @Field(() => Int, { nullable: true, description: 'Weight of a graded answer in the computed grade, 0 to 10; 0 does not score. 1 for a question of kind GRADE when left out; other kinds never score.' })
  weight?: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether an audit in which it is asked cannot be submitted without an answer; true when left out.' })
  mandatory?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether the answer caps the computed grade: a grade caps it at itself, a no at `capsAt`. For GRADE and YES_NO_NA; false when left out.' })
  limiting?: boolean;

  @Field(() => Grade, { nullable: true, description: 'The best grade that is left where a limiting question of kind YES_NO_NA is answered no; requires improvement when left out.' })
  capsAt?: Grade;

  @Field(() => Boolean, { nullable: true, description: 'Whether the answer must name, in its comment, where on the file it can be seen; false when left out.' })
  evidenceRequired?: boolean;

  @Field(() => Text, { nullable: true, description: 'The code of the practice priority that it serves; none alone when left out.' })
  priorityCode?: string;

  @Field(() => AskedWhenInput, { nullable: true, description: 'When it is asked; in every audit when left out.' })
  askedWhen?: AskedWhenInput;

  @Field(() => Int, { nullable: true, description: 'The number of an earlier version whose wording of this key means the same though the words differ, so that answers may be compared; none when left out.' })
  meansTheSameAs?: number;
}

@InputType({ description: 'A new question of a draft.' })
export class AddAuditQuestionInput extends ChangeInput {
  @Field(() => ID, { description: 'The draft.' })
  toolVersionId!: string;

  @Field(() => ID, { description: 'The section that it is to stand in.' })
  sectionId!: string;

  @Field(() => Text, { description: 'Stable name of 2 to 60 small letters, digits and dashes: the same through the versions for the same question, as answers are compared by it.' })
  key!: string;

  @Field(() => Int, { nullable: true, description: 'Its place within the section, from 1; the last when left out.' })
  place?: number;

  @Field(() => AuditQuestionInput, { description: 'The question.' })
  question!: AuditQuestionInput;
}

@InputType({ description: 'A question of a draft as it is to be from now on, where it stands or elsewhere.' })
export class ChangeAuditQuestionInput extends ChangeInput {
  @Field(() => ID, { description: 'The draft.' })
  toolVersionId!: string;

  @Field(() => Text, { description: 'The key of the question; it stays.' })
  key!: string;

  @Field(() => AuditQuestionInput, { nullable: true, description: 'The question, whole; as it was when left out.' })
  question?: AuditQuestionInput;

  @Field(() => ID, { nullable: true, description: 'The section that it moves to, at its end unless `place` is given; its own when left out.' })
  sectionId?: string;

  @Field(() => Int, { nullable: true, description: 'Its place within the section, from 1.' })
  place?: number;
}

@InputType({ description: 'A question that a draft is to lose.' })
export class RemoveAuditQuestionInput extends ChangeInput {
  @Field(() => ID, { description: 'The draft.' })
  toolVersionId!: string;

  @Field(() => Text, { description: 'The key of the question. Earlier versions keep it.' })
  key!: string;
}
