import { Field, Int, ObjectType } from 'type-graphql';
import { AuditToolState } from '../audit-tool/audit-tool.type';

@ObjectType('AuditQuestionWording', { description: 'A question as one version of the tool asks it.', simpleResolvers: true })
export class AuditQuestionWording {
  @Field(() => Int, { description: 'The number of the version.' })
  versionNumber!: number;

  @Field(() => AuditToolState, { description: 'Where that version is in its life.' })
  state!: AuditToolState;

  @Field(() => String, { description: 'The question as the auditor reads it.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'What good looks like; null when nothing is said.' })
  guidance!: string | null;

  @Field(() => String, { description: 'GRADE, RAG, YES_NO_NA, SCALE or TEXT.' })
  kind!: string;

  @Field(() => Int, { nullable: true, description: 'The version whose wording was decided to mean the same, though the words differ; null when none.' })
  meansTheSameAs!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether answers may be compared and added up with those of the version before that asks it; null for the first.' })
  comparableWithLast!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why they may not: KIND (answered in another way), CHOICES (other answers offered) or WORDING (other words, and nobody decided that they mean the same); null where they may.' })
  notComparableBecause!: string | null;
}

@ObjectType('AuditQuestionHistory', { description: 'One question through the versions of its tool: what was asked, and what may be compared.', simpleResolvers: true })
export class AuditQuestionHistory {
  @Field(() => String, { description: 'The key, the same through the versions.' })
  key!: string;

  @Field(() => [AuditQuestionWording], { description: 'As each version that asks it does, oldest first.' })
  wordings!: AuditQuestionWording[];

  @Field(() => [[Int]], { description: 'Numbers of the versions that are one measure, group by group, oldest first: within a group answers may be added up and compared.' })
  comparable!: number[][];
}
