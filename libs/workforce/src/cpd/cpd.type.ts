import { LocalDate, LongText } from '@qaf/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('CpdPiece', { description: 'A piece of continuing professional development, with what the worker learned by it. Seen by the worker, HR, their manager and head of service alone.', simpleResolvers: true })
export class CpdPiece {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day it is recorded for.' })
  recordedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What it was.' })
  title!: string | null;

  @Field(() => LongText, { nullable: true, description: 'What the worker learned and changed by it.' })
  reflection!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was talked over with a colleague.' })
  peerReflection!: boolean | null;

  workerId!: string;
}

@ObjectType('CpdYear', { description: 'A worker’s continuing professional development in one year of the regulator, from 1 December to 30 November.', simpleResolvers: true })
export class CpdYear {
  @Field(() => LocalDate, { nullable: true, description: 'The first day of the year.' })
  from!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day after its last.' })
  before!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many pieces the year asks for; null for a year before the rule.' })
  piecesNeeded!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many of them with peer reflection; null for a year before the rule.' })
  peerReflectionsNeeded!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether both are there; null for a year before the rule.' })
  met!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Where the rule comes from.' })
  source!: string | null;

  @Field(() => [CpdPiece], { nullable: true, description: 'The pieces, in the order of their days.' })
  pieces!: CpdPiece[] | null;
}
