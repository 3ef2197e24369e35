import { LocalDate } from '@qaf/graph';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('WorkerRegistration', { description: 'Registration with the regulator of social workers, for one term. Seen by the worker, HR, their manager and head of service alone.', simpleResolvers: true })
export class WorkerRegistration {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The number on the register.' })
  number!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day of the term.' })
  registeredOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day by which it must be renewed: the first that the term does not cover.' })
  expiresOn!: string | null;

  workerId!: string;
  bodyCode!: string;
}

@ObjectType('WorkerQualification', { description: 'A qualification in social work. Seen by the worker, HR, their manager and head of service alone.', simpleResolvers: true })
export class WorkerQualification {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What it is called.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Who awarded it; null where that is not on record.' })
  institution!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of the award.' })
  awardedOn!: string | null;

  workerId!: string;
  levelCode!: string;
}
