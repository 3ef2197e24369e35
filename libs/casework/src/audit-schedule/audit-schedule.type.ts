import { LocalDate } from '@qaf/graph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('AuditSchedule', { description: 'How many audits each holder of a role does, how often and with which tool, from a day to a day. Seen by all staff.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class AuditSchedule {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The role, such as `team_manager`.' })
  role!: string | null;

  @Field(() => String, { nullable: true, description: 'CHILD_JOURNEY, THEMED or JOINT.' })
  kind!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many in each span.' })
  times!: number | null;

  @Field(() => String, { nullable: true, description: 'The span: WEEK, MONTH, QUARTER, HALF_YEAR or YEAR; quarters, halves and years are those of the business year.' })
  per!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they are done together with the worker.' })
  withWorker!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Where it is said: the section or the row of the programme.' })
  source!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day it holds.' })
  validFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day on which it no longer holds; null while no end is set.' })
  validTo!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when ending it.' })
  version!: number | null;

  toolId?: string;
}
