import { ChangeInput, CommandInput, LocalDate, Text } from '@qaf/graph';
import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { QuestionAnswerInput } from '../answer/answer.inputs';

@InputType({ description: 'Answers given on paper or in an interview, by somebody who agrees to be known.' })
export class RecordIdentifiedResponseInput extends CommandInput {
  @Field(() => ID, { description: 'The child that it is about.' })
  childId!: string;

  @Field(() => ID, { description: 'The version of the questionnaire that was answered.' })
  questionnaireVersionId!: string;

  @Field(() => ID, { nullable: true, description: 'The invitation that it answers, if there is one; it is then noted as given.' })
  invitationId?: string | null;

  @Field(() => Text, { description: 'How it was answered: `PAPER` or `INTERVIEW`.' })
  mode!: string;

  @Field(() => LocalDate, { description: 'The day on which consent was given; not in the future.' })
  consentGivenOn!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether they agree that the team’s managers and seniors, the line above and the Principal IRO read it.' })
  sharedWithManagers!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether they agree that the PSW and QPA read it.' })
  sharedWithQuality!: boolean;

  @Field(() => Text, { defaultValue: 'en', description: 'The language it was answered in.' })
  language!: string;

  @Field(() => Text, { defaultValue: 'STANDARD', description: 'The variant it was answered in.' })
  variant!: string;

  @Field(() => [QuestionAnswerInput], { description: 'One answer for each question answered.' })
  @ArrayMinSize(1, { message: 'answers must hold at least one' })
  @ArrayMaxSize(100, { message: 'answers may be at most 100' })
  answers!: QuestionAnswerInput[];
}

@InputType({ description: 'Consent that is taken back.' })
export class WithdrawConsentInput extends ChangeInput {
  @Field(() => ID, { description: 'The response’s id.' })
  identifiedResponseId!: string;
}
