import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Team', { description: 'A team within a service.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Team {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;
}

/** The reference to a team, where there is one. */
export function teamRef(id: string | null | undefined): Team | null {
  return id ? { id } : null;
}
