import { ChangeInput, CommandInput, LocalDate, Text } from '@qaf/graph';
import { Matches, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';

export enum PostOrder {
  REFERENCE = 'REFERENCE',
  NEWEST = 'NEWEST',
}

registerEnumType(PostOrder, {
  name: 'PostOrder',
  description: 'How a list of posts is ordered; the id decides between equals.',
  valuesConfig: { REFERENCE: { description: 'By the authority’s number.' }, NEWEST: { description: 'By the first day, the latest first.' } },
});

@InputType({ description: 'Which posts are asked for; what is left out does not narrow.' })
export class PostFilter {
  @Field(() => ID, { nullable: true, description: 'Posts of this team.' })
  teamId?: string;

  @Field(() => ID, { nullable: true, description: 'Posts of this service, those of its teams among them.' })
  serviceId?: string;

  @Field(() => Text, { nullable: true, description: 'Posts of this role, by its code of kind `RETURN_ROLE`.' })
  roleCode?: string;

  @Field(() => Boolean, { nullable: true, description: 'True for those that no employed person is in on the day asked about; false for the others.' })
  vacant?: boolean;
}

@InputType({ description: 'A new post of the establishment.' })
export class OpenPostInput extends CommandInput {
  @Field(() => Text, { description: 'The authority’s number for it: 2 to 40 capital letters, digits and dashes.' })
  @Matches(/^[A-Z0-9][A-Z0-9-]{1,39}$/, { message: 'reference must be 2 to 40 capital letters, digits and dashes' })
  reference!: string;

  @Field(() => Text, { description: 'The title that it is advertised by.' })
  title!: string;

  @Field(() => Text, { description: 'Its role in the workforce return, by its code of kind `RETURN_ROLE`; `OUTSIDE_RETURN` where it is not a social worker’s.' })
  roleCode!: string;

  @Field(() => LocalDate, { description: 'The first day of the post.' })
  from!: string;

  @Field(() => Int, { defaultValue: 1000, description: 'Its hours as a full-time equivalent in thousandths, 1 to 1000.' })
  @Min(1, { message: 'fteThousandths must be from 1 to 1000' })
  @Max(1000, { message: 'fteThousandths must be from 1 to 1000' })
  fteThousandths!: number;

  @Field(() => ID, { nullable: true, description: 'The team that it is in.' })
  teamId?: string;

  @Field(() => ID, { nullable: true, description: 'The service, for a post that is in none of its teams; left out where a team is given.' })
  serviceId?: string;
}

@InputType({ description: 'The end of a post.' })
export class ClosePostInput extends ChangeInput {
  @Field(() => ID, { description: 'The post.' })
  postId!: string;

  @Field(() => LocalDate, { description: 'Its last day.' })
  lastDay!: string;
}
