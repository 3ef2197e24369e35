import { Grade, LocalDate } from '@qaf/graph';
import type { AskedWhen } from './asked.rules';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum AuditToolState {
  DRAFT = 'DRAFT',
  PILOT = 'PILOT',
  PUBLISHED = 'PUBLISHED',
  RETIRED = 'RETIRED',
}

registerEnumType(AuditToolState, {
  name: 'AuditToolState',
  description: 'Where a version of an audit tool is in its life.',
  valuesConfig: {
    DRAFT: { description: 'Being written; no audit uses it.' },
    PILOT: { description: 'Being tried: audits are allocated on it where that is asked for, and it does not change any more.' },
    PUBLISHED: { description: 'In use, and never changed again.' },
    RETIRED: { description: 'No longer given out; audits done on it keep it.' },
  },
});

@ObjectType('AuditTool', { description: 'A template for audits, kept in versions. Seen by all staff.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class AuditTool {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Short stable name, such as `child-journey`.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The name that people use.' })
  title!: string | null;
}

@ObjectType('AuditToolVersion', { description: 'One version of an audit tool. An audit keeps the version it was allocated with.', simpleResolvers: true })
export class AuditToolVersion {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: 'Counts up from 1 within the tool.' })
  number!: number;

  @Field(() => AuditToolState, { description: 'Where the version is in its life.' })
  state!: AuditToolState;

  @Field(() => LocalDate, { nullable: true, description: 'The day its pilot began; null where there was none.' })
  pilotedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was published; null for a draft and a pilot, and where a pilot ended without.' })
  publishedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was retired; null while it is not.' })
  retiredOn!: string | null;

  @Field(() => Int, { description: 'Changes with each change; send it back when changing the version or a part of it.' })
  version!: number;

  toolId!: string;
}

@ObjectType('AuditChecklistItem', { description: 'One thing that the practitioner checks on the file before the audit.', simpleResolvers: true })
export class AuditChecklistItem {
  @Field(() => String, { description: 'Stable name within the version.' })
  key!: string;

  @Field(() => Int, { description: 'Place in the checklist, from 1.' })
  position!: number;

  @Field(() => String, { description: 'What to check.' })
  text!: string;

  id!: string;
  versionId!: string;
}

@ObjectType('AuditSection', { description: 'A part of an audit tool.', simpleResolvers: true })
export class AuditSection {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: 'Place in the tool, from 1.' })
  position!: number;

  @Field(() => String, { description: 'Heading.' })
  title!: string;

  versionId!: string;
}

@ObjectType('AuditQuestionCondition', { description: 'That a question is asked only where an earlier one was answered so.', simpleResolvers: true })
export class AuditQuestionCondition {
  @Field(() => String, { description: 'The key of the earlier question, in the same version.' })
  key!: string;

  @Field(() => [String], { description: 'Any of these answers: a grade, a colour, YES, NO or NOT_APPLICABLE, or a number from 1 to 10.' })
  answers!: string[];
}

@ObjectType('AuditQuestion', { description: 'One question of a version of an audit tool.', simpleResolvers: true })
export class AuditQuestion {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Stable name within the version; answers are given under it.' })
  key!: string;

  @Field(() => Int, { description: 'Place in the whole tool, from 1.' })
  position!: number;

  @Field(() => String, { description: 'The question as the auditor reads it.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'What good looks like; null when the question speaks for itself.' })
  guidance!: string | null;

  @Field(() => String, { description: 'How it is answered: GRADE (Ofsted’s four, or not applicable), RAG, YES_NO_NA, SCALE (1 to 10) or TEXT.' })
  kind!: string;

  @Field(() => Int, { description: 'Weight of a graded answer in the computed grade, 0 to 10; 0 does not count.' })
  weight!: number;

  @Field(() => Boolean, { description: 'Whether an audit cannot be submitted without an answer.' })
  mandatory!: boolean;

  @Field(() => Boolean, { description: 'Whether the answer caps the computed grade: a grade caps it at itself, a no at `capsAt`.' })
  limiting!: boolean;

  @Field(() => Grade, { nullable: true, description: 'Where a no caps the computed grade; null means requires improvement, and for questions that do not limit, or limit by a grade, nothing.' })
  capsAt!: Grade | null;

  @Field(() => Boolean, { description: 'Whether the answer must name in its comment where on the file it can be seen.' })
  evidenceRequired!: boolean;

  @Field(() => AuditQuestionCondition, { nullable: true, description: 'When it is asked; null: in every audit. One that is not asked needs no answer, and an answer that was kept does not count.' })
  askedWhen!: AskedWhen | null;

  @Field(() => Int, { nullable: true, description: 'The number of an earlier version whose wording of this key means the same though the words differ; null when none.' })
  meansTheSameAs!: number | null;

  versionId!: string;
  sectionId!: string;
  priorityCode!: string | null;
}
