import { LocalDate } from '@qaf/graph';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('WorkforceCode', { description: 'A code about workers and posts: of the national workforce return, or of the law. Kept as dated rows with their source, so that it can be corrected.', simpleResolvers: true })
export class WorkforceCode {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is a code of: `RETURN_ROLE`, `LEAVING_REASON`, `LEAVER_DESTINATION`, `STARTER_ORIGIN`, `ABSENCE_REASON`, `QUALIFICATION_LEVEL` or `REGISTRATION_BODY`.',
  })
  kind!: string | null;

  @Field(() => String, { nullable: true, description: 'The code, such as `CASE_HOLDER`: what commands and filters take.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'What it means, for people.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'The value that the national return has for it; null for one that the return does not know.' })
  returnCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it comes from.' })
  source!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day it is in force.' })
  validFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day after the last; null while it is in force.' })
  validTo!: string | null;
}
