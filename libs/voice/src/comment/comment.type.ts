import { LocalDate } from '@qaf/graph';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('WaitingComment', {
  description: 'What somebody wrote in their own words, before a moderator has decided. For the survey moderator alone. Nothing of who wrote it, or of their other answers, is with it.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class WaitingComment {
  @Field(() => ID, { description: 'Opaque id; it says nothing of order or time.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The question that it answers, by key.' })
  questionKey!: string | null;

  @Field(() => String, { nullable: true, description: 'The quarter in which its batch came out, such as `2018-19 Q3`.' })
  period!: string | null;

  @Field(() => String, { nullable: true, description: 'The words; null where they were sealed under a secret that is no longer there.' })
  text!: string | null;

  questionnaireVersionId!: string;
}

@ObjectType('ReleasedComment', { description: 'What somebody wrote, as a moderator released it: under a theme, and without what would give anyone away. For staff and the steering members of the feedback project.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class ReleasedComment {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'The question that it answers, by key.' })
  questionKey!: string;

  @Field(() => String, { description: 'The quarter in which its batch came out, such as `2018-19 Q3`.' })
  period!: string;

  @Field(() => String, { description: 'The words.' })
  text!: string;

  @Field(() => LocalDate, { description: 'The day on which it was released.' })
  releasedOn!: string;

  questionnaireVersionId!: string;
  themeCode!: string;
}
