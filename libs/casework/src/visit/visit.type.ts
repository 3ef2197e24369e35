import { LocalDate } from '@qaf/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Visit', { description: 'A statutory visit to a child. Whether the child was seen, and alone, is part of the child’s views. Seen by those who may see the child.', simpleResolvers: true })
export class Visit {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The plan it was made under: CIN, CP or LAC.' })
  kind!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of the visit.' })
  visitedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The list or return that it was read from.' })
  source!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change of the visit.' })
  version!: number | null;

  childId?: string;
}
