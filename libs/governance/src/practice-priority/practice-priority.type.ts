import { Directive, Field, Int, ObjectType } from 'type-graphql';

@ObjectType('PracticePriority', {
  description: 'What the authority’s practice concentrates on. Audit questions, observations, surveys and actions name the priority they serve. Seen by everyone who signs in.',
  simpleResolvers: true,
})
@Directive('@key(fields: "code")')
export class PracticePriority {
  @Field(() => String, { description: 'Short stable name, such as `assessments`.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'The name that people use.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'What good practice looks like under this priority.' })
  description!: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place among the priorities set with it, from 1.' })
  position!: number | null;

  id!: string;
  businessYearCode?: string;
}
