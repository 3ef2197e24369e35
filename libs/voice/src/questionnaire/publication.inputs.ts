import { ChangeInput } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which version of a questionnaire to publish.' })
export class PublishQuestionnaireVersionInput extends ChangeInput {
  @Field(() => ID, { description: 'The version’s id.' })
  questionnaireVersionId!: string;
}

@InputType({ description: 'Which version of a questionnaire to retire.' })
export class RetireQuestionnaireVersionInput extends ChangeInput {
  @Field(() => ID, { description: 'The version’s id.' })
  questionnaireVersionId!: string;
}
