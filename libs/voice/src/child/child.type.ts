import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Child', { description: 'A child known to children’s services. This part of the graph adds what the child and the family said.', simpleResolvers: true })
@Directive('@key(fields: "ref")')
export class Child {
  @Directive('@inaccessible')
  @Field(() => ID, { description: 'Joins the parts of the graph; not for callers.' })
  ref!: string;

  id!: string;
}
