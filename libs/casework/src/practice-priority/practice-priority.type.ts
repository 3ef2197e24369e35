import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType('PracticePriority', { description: 'One of the priorities for practice that the authority sets for a business year.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class PracticePriority {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;
}
