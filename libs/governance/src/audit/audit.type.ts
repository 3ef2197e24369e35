import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Audit', { description: 'An audit of a child’s case. Owned by casework, which says who may see one.', simpleResolvers: true })
@Directive('@key(fields: "ref")')
export class Audit {
  @Field(() => ID, { description: 'How parts of the graph point to an audit without showing that the audit is there.' })
  @Directive('@inaccessible')
  ref!: string;

  id!: string;
}
