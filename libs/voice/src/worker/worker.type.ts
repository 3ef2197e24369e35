import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Worker', { description: 'Somebody who works for children’s services.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Worker {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;
}
