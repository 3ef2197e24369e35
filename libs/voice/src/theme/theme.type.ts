import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType('Theme', { description: 'A word of the one vocabulary for learning.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Theme {
  @Field(() => String, { description: 'Short stable name, such as `drift-and-delay`.' })
  code!: string;

  id!: string;
}
