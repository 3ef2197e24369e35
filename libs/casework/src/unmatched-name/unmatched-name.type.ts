import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('UnmatchedName', {
  description: 'The name of a worker or team in an import that the platform could match with nobody. Seen by the Principal Social Worker and QPA.',
  simpleResolvers: true,
})
export class UnmatchedName {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The format of the import, such as `annex-a`.' })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'WORKER or TEAM.' })
  kind!: string | null;

  @Field(() => String, { nullable: true, description: 'The name as the file writes it, with spaces and case made even.' })
  name!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many rows of the latest import bear it.' })
  rows!: number | null;

  @Field(() => String, { nullable: true, description: 'The list in which it was met first.' })
  firstList!: string | null;

  @Field(() => Int, { nullable: true, description: 'The row in which it was met first, as a spreadsheet counts.' })
  firstRow!: number | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when resolving the name.' })
  version!: number | null;

  resolvedId!: string | null;
}
