import { CommandInput, LocalDate, LongText, Text } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'An action to be opened. The team and service are taken from the audit, the child, the worker or else the owner.' })
export class OpenActionInput extends CommandInput {
  @Field(() => Text, { description: 'What is to be done, in one line; 1 to 200 characters. Must not name a child.' })
  title!: string;

  @Field(() => LongText, { nullable: true, description: 'More about what is to be done. Free text.' })
  description?: string;

  @Field(() => Text, {
    description: 'What sort of thing it follows from: `AUDIT`, `SUPERVISION`, `COMPLAINT`, `REVIEW`, `SURVEY`, `INSPECTION`, `MEETING`, `OBSERVATION` or `OTHER`.',
  })
  sourceKind!: string;

  @Field(() => ID, { nullable: true, description: 'The submitted audit it follows from; needed with `AUDIT`, left out with every other kind.' })
  sourceId?: string;

  @Field(() => ID, { nullable: true, description: 'The child it is about. With `AUDIT` it is the audit’s child and may be left out.' })
  childId?: string;

  @Field(() => ID, { nullable: true, description: 'The worker whose practice it is about: the caller, or somebody whose work the caller answers for. Left out, it is the worker of the audit or the child.' })
  workerId?: string;

  @Field(() => ID, { description: 'Who is to do it.' })
  ownerId!: string;

  @Field(() => ID, { nullable: true, description: 'Who may act for the owner.' })
  deputyId?: string;

  @Field(() => ID, { nullable: true, description: 'Who is asked to verify it: neither owner nor deputy. Left out, the line of management or QPA does.' })
  verifierId?: string;

  @Field(() => LocalDate, { description: 'The day by which it is to be done: from today to two years from now.' })
  dueOn!: string;

  @Field(() => LongText, { nullable: true, description: 'How one will know that it has worked. Free text.' })
  measure?: string;

  @Field(() => Text, { nullable: true, description: 'Code of the learning theme it belongs under; a theme that is in use today.' })
  themeCode?: string;

  @Field(() => Text, { nullable: true, description: 'Code of the practice priority it serves.' })
  priorityCode?: string;
}
