import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Service', { description: 'A service of the authority. Owned by workforce.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Service {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;
}
