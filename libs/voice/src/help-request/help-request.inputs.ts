import { ChangeInput, LongText, Text } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Somebody who holds a questionnaire’s link says who they are, so that a person can help. Sent apart from the answers, and not tied to them.' })
export class AskForHelpInput {
  @Field(() => Text, { description: 'The token of the link, used or not.' })
  token!: string;

  @Field(() => Text, { description: 'Who they are, as they want to say it.' })
  name!: string;

  @Field(() => Text, { nullable: true, description: 'How to reach them safely: a number, a school, a time.' })
  howToReach?: string | null;

  @Field(() => LongText, { nullable: true, description: 'What they want to be known, 4,000 characters at most.' })
  words?: string | null;
}

@InputType({ description: 'A request that somebody sees to.' })
export class TakeHelpRequestInput extends ChangeInput {
  @Field(() => ID, { description: 'The request’s id.' })
  helpRequestId!: string;
}

@InputType({ description: 'A request that was seen to.' })
export class CloseHelpRequestInput extends ChangeInput {
  @Field(() => ID, { description: 'The request’s id.' })
  helpRequestId!: string;

  @Field(() => Text, { description: '`IN_CONTACT`: somebody speaks with them; `KNOWN_ALREADY`: their worker knew and acts; `REFERRED`: taken on by the front door; `NOT_FOUND`: they could not be found.' })
  outcome!: string;
}
