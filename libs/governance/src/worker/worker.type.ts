import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Worker', { description: 'Somebody who works, or worked, for children’s services. Owned by workforce.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Worker {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;
}
