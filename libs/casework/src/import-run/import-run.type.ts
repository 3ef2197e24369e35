import { DateTime } from '@qaf/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('ImportNote', { description: 'What an import says of one row. Never repeats a value of the file.', simpleResolvers: true })
export class ImportNote {
  @Field(() => String, { description: 'The sheet or file.' })
  list!: string;

  @Field(() => Int, { description: 'The row, as a spreadsheet counts.' })
  row!: number;

  @Field(() => String, { nullable: true, description: 'The column meant; null for the whole row.' })
  column!: string | null;

  @Field(() => String, { description: 'LEFT_OUT, REPAIRED, UNMATCHED or DOUBTED (kept, but at odds with another fact).' })
  severity!: string;

  @Field(() => String, { description: 'What was done, and why.' })
  reason!: string;
}

@ObjectType('ImportRun', { description: 'One file taken in. Seen by the administrator, the Principal Social Worker and QPA.', simpleResolvers: true })
export class ImportRun {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'The format, such as `annex-a`.' })
  format!: string;

  @Field(() => DateTime, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null when it did not.' })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'Rows that were new.' })
  added!: number;

  @Field(() => Int, { description: 'Rows that changed what was held.' })
  changed!: number;

  @Field(() => Int, { description: 'Rows that said what was held already.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Rows left out; each has a note.' })
  leftOut!: number;
}
