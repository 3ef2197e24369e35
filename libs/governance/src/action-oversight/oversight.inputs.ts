import { ChangeInput, LocalDate, LongText } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Who an action is for from now on.' })
export class ChangeActionOwnerInput extends ChangeInput {
  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field(() => ID, { description: 'Who is to do it from now on.' })
  ownerId!: string;

  @Field(() => ID, { nullable: true, description: 'Who may act for the owner. Left out, it stays, unless the deputy becomes the owner; null for nobody.' })
  deputyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who is asked to verify it. Left out, it stays; null for nobody in particular.' })
  verifierId?: string | null;

  @Field(() => LongText, { description: 'Why. Free text; not empty.' })
  reason!: string;
}

@InputType({ description: 'When an action is due from now on.' })
export class ChangeActionDueDateInput extends ChangeInput {
  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field(() => LocalDate, { description: 'The new due date: from today to two years from now.' })
  dueOn!: string;

  @Field(() => LongText, { description: 'Why it is moved. Free text; not empty.' })
  reason!: string;
}

@InputType({ description: 'An action that needs somebody further up.' })
export class EscalateActionInput extends ChangeInput {
  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field(() => LongText, { description: 'Why it is raised. Free text; not empty.' })
  reason!: string;
}

@InputType({ description: 'An action that will not be done.' })
export class CancelActionInput extends ChangeInput {
  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field(() => LongText, { description: 'Why it will not be done. Free text; not empty.' })
  reason!: string;
}
