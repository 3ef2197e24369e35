import { LocalDate } from '@qaf/graph';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('PostHolding', { description: 'Who is in a post, from when to when. Seen by all staff; hours and whether it is through an agency are terms of employment, and seen there.', simpleResolvers: true })
export class PostHolding {
  @Field(() => String, { nullable: true, description: '`SUBSTANTIVE` for the worker’s own post; `ACTING` for one that they act up into while their own is kept for them.' })
  kind!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day in the post. A change of hours begins a new entry.' })
  validFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day after the last; null while they are in it.' })
  validTo!: string | null;

  postId!: string;
  workerId!: string;
}
