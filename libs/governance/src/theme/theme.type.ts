import { LocalDate } from '@qaf/graph';
import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType('Theme', {
  description: 'A word of the one vocabulary for learning, shared by audit, observation, complaint, feedback and review. Seen by everyone who signs in.',
  simpleResolvers: true,
})
@Directive('@key(fields: "code")')
export class Theme {
  @Field(() => String, { description: 'Short stable name, such as `drift-and-delay`.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'The name that people use.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'What belongs under it.' })
  description!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day on which it may be used.' })
  validFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day after the last on which it may be used; null while it is in use.' })
  validTo!: string | null;

  id!: string;
}
