import { ChangeInput, LongText } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'How far an action has come.' })
export class ReportActionProgressInput extends ChangeInput {
  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field(() => LongText, { description: 'What was done, what is left. Free text; not empty.' })
  note!: string;
}

@InputType({ description: 'That an action is done.' })
export class CompleteActionInput extends ChangeInput {
  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field(() => LongText, { description: 'What shows that it was done. Free text; not empty.' })
  evidence!: string;
}

@InputType({ description: 'That an action was found done.' })
export class VerifyActionInput extends ChangeInput {
  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field(() => LongText, { description: 'What changed because of it, and how that was seen. Free text; not empty.' })
  outcome!: string;
}

@InputType({ description: 'That an action reported done is not done.' })
export class ReturnActionInput extends ChangeInput {
  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field(() => LongText, { description: 'What is still missing. Free text; not empty.' })
  reason!: string;
}
