import { LocalDate } from '@qaf/graph';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Service', { description: 'A service of the authority, such as assessment or early help. Seen by everyone who signs in.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Service {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Short stable name, such as `assessment`.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The name that people use.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'What sort of work it does: `social-care`, `early-help`, `front-door`, `review`, `quality`.' })
  kind!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day.' })
  validFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day after its last; null while it runs.' })
  validTo!: string | null;
}
