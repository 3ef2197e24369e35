import { CommandInput, LongText, Text } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which released comments are asked for; what is left out does not narrow.' })
export class ReleasedCommentFilter {
  @Field(() => Text, { nullable: true, description: 'Under this theme, by code.' })
  themeCode?: string;

  @Field(() => Text, { nullable: true, description: 'To the questionnaire of this code, in any version.' })
  questionnaireCode?: string;

  @Field(() => Text, { nullable: true, description: 'Of this quarter, such as `2018-19 Q3`.' })
  period?: string;
}

@InputType({ description: 'A comment that may be read, and the theme that it belongs to.' })
export class ReleaseCommentInput extends CommandInput {
  @Field(() => ID, { description: 'The waiting comment’s id.' })
  commentId!: string;

  @Field(() => Text, { description: 'Code of the theme, such as `voice-of-the-child`.' })
  themeCode!: string;

  @Field(() => LongText, { nullable: true, description: 'The words as they may be read, with names and whatever else would give somebody away taken out; as they were written when left out.' })
  text?: string | null;
}

@InputType({ description: 'A comment that is not released.' })
export class WithholdCommentInput extends CommandInput {
  @Field(() => ID, { description: 'The waiting comment’s id.' })
  commentId!: string;

  @Field(() => Text, { description: 'Why: `IDENTIFIES`, `HARMFUL` or `EMPTY`. The words are removed for good.' })
  reason!: string;
}
