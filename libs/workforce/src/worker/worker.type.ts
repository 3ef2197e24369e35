import { LocalDate } from '@qaf/graph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Worker', {
  description: 'Somebody who works, or worked, for children’s services. Name and role are seen by all staff; elected members and partner agencies see those who lead.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class Worker {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The authority’s own number for the worker.' })
  staffNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'The name that colleagues use.' })
  displayName!: string | null;

  @Field(() => String, { nullable: true, description: 'Job title, as the authority words it.' })
  jobTitle!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The worker’s last day; null while they work here.' })
  leftOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when changing the worker.' })
  version!: number | null;
}

@ObjectType('Employment', { description: 'Terms of employment, from a worker’s first day to their last. Seen by the worker, HR, their manager and head of service.', simpleResolvers: true })
export class Employment {
  @Field(() => Int, { description: 'Full-time equivalent on the day asked about, in thousandths: 1000 is full time.' })
  fteThousandths!: number;

  @Field(() => Boolean, { description: 'Whether the worker is supplied by an agency.' })
  agencyWorker!: boolean;

  @Field(() => LocalDate, { description: 'First day of work.' })
  startedOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of work; null while employed.' })
  leftOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the worker left, by its code of kind `LEAVING_REASON`; null while employed.' })
  leavingReason!: string | null;

  id!: string;
  workerId!: string;
}

@ObjectType('HeldRole', { description: 'A role that a worker holds, with its reach and dates.', simpleResolvers: true })
export class HeldRole {
  @Field(() => String, { description: 'Code of the role, such as `team_manager`.' })
  role!: string;

  @Field(() => String, { description: 'How far it reaches: `self`, `team`, `service`, `authority` or `agency`.' })
  scope!: string;

  @Field(() => LocalDate, { description: 'First day.' })
  validFrom!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day after the last; null while it is held.' })
  validTo!: string | null;
}
