import { InputInvalid, resultOf } from '@qaf/graph';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { QuestionnaireTokenInvalid } from '../answer/answer.problems';
import { HelpLimitReached, HelpRequestStateWrong, HelpRequestVersionStale } from './help-request.problems';

@ObjectType('AskForHelpSuccess', { description: 'It was received, and somebody will see it. It is not a call to the police or an ambulance: go on showing who can help at once.', simpleResolvers: true })
export class AskForHelpSuccess {
  @Field(() => Boolean, { description: 'True.' })
  received!: boolean;
}

export const AskForHelpResult = createUnionType({
  name: 'AskForHelpResult',
  description: 'What came of asking for help: it was received, or the problem that kept it from it.',
  types: () => [AskForHelpSuccess, InputInvalid, QuestionnaireTokenInvalid, HelpLimitReached] as never,
  resolveType: (value: { __typename: string }) => value.__typename,
});

@ObjectType('TakeHelpRequestSuccess', { description: 'The caller sees to it now.', simpleResolvers: true })
export class TakeHelpRequestSuccess {
  helpRequestId!: string;
}

@ObjectType('CloseHelpRequestSuccess', { description: 'It was seen to.', simpleResolvers: true })
export class CloseHelpRequestSuccess {
  helpRequestId!: string;
}

export const TakeHelpRequestResult = resultOf('TakeHelpRequestResult', TakeHelpRequestSuccess, [HelpRequestVersionStale, HelpRequestStateWrong]);
export const CloseHelpRequestResult = resultOf('CloseHelpRequestResult', CloseHelpRequestSuccess, [HelpRequestVersionStale, HelpRequestStateWrong]);
