import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Agency', { description: 'A partner of the authority in safeguarding children, such as a police force or a health trust. Seen by everyone who signs in.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Agency {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Short stable name.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The name that people use.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'What sort of body it is: `authority`, `police`, `health`, `probation`, `education`, `housing`, `voluntary` and so on.' })
  kind!: string | null;
}
