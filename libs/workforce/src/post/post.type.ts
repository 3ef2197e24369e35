import { LocalDate } from '@qaf/graph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Post', { description: 'A post of the establishment, whether somebody is in it or not. Seen by all staff. Its team, service and role never change: a post that becomes another is closed, and another opened.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Post {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The authority’s own number for the post, such as `SW-0142`.' })
  reference!: string | null;

  @Field(() => String, { nullable: true, description: 'The title that it is advertised by.' })
  title!: string | null;

  @Field(() => Int, { nullable: true, description: 'Its hours as a full-time equivalent in thousandths: 1000 is full time.' })
  fteThousandths!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day of the post.' })
  validFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day after its last; null while it is open.' })
  validTo!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when changing the post.' })
  version!: number | null;

  teamId?: string | null;
  serviceId?: string | null;
  roleCode?: string;
}
