import { LocalDate } from '@qaf/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('ChildAllocation', { description: 'Who held a child’s case over a span of days. Seen by those who may see the child.', simpleResolvers: true })
export class ChildAllocation {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'WORKER for the worker and team that hold the case, IRO for the independent reviewing officer.' })
  role!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day.' })
  validFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day after the last; null while it holds.' })
  validTo!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change of the allocation.' })
  version!: number | null;

  childId?: string;
  workerId?: string | null;
  teamId?: string | null;
}
