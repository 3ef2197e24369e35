import { LocalDate } from '@qaf/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('WorkerAbsence', { description: 'A time away from work. Seen by the worker, HR, their manager and head of service alone.', simpleResolvers: true })
export class WorkerAbsence {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The first day away.' })
  startedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day back at work; null while away.' })
  returnedOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when changing the absence.' })
  version!: number | null;

  workerId!: string;
  reasonCode!: string;
}
