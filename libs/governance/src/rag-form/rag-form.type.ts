import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('RagForm', { description: 'A form after a review or conference. Owned by casework, which says who may see one.', simpleResolvers: true })
@Directive('@key(fields: "ref")')
export class RagForm {
  @Field(() => ID, { description: 'How parts of the graph point to a form without showing that the form is there.' })
  @Directive('@inaccessible')
  ref!: string;

  id!: string;
}
