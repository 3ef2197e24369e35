import { LocalDate } from '@qaf/graph';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('BusinessYear', { description: 'The year in which quality assurance is planned and counted; it begins on 1 April. Seen by everyone who signs in.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class BusinessYear {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'How people write it, such as `2018-19`.' })
  code!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day.' })
  startsOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day after the last: the first day of the next year.' })
  endsBefore!: string | null;
}
