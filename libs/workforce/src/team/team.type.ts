import { LocalDate } from '@qaf/graph';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Service } from '../service/service.type';

@ObjectType('Team', { description: 'A team within a service. Seen by everyone who signs in.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Team {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Short stable name, such as `assessment-north`.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The name that people use.' })
  name!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day.' })
  validFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day after its last; null while it runs.' })
  validTo!: string | null;

  serviceId?: string;
  /** The service's own row, where it was read with the team. */
  within?: Service;
}
