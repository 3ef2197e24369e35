import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Child', { description: 'A child, known by a reference alone. Owned by casework, which says who may see one.', simpleResolvers: true })
@Directive('@key(fields: "ref")')
export class Child {
  @Field(() => ID, { description: 'How parts of the graph point to a child without showing that the child is there.' })
  @Directive('@inaccessible')
  ref!: string;

  id!: string;
}
