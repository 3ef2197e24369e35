import { LocalDate, Text } from '@qaf/graph';
import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { ActionState } from './action.type';

export enum ActionOrder {
  DUE_FIRST = 'DUE_FIRST',
  DUE_LAST = 'DUE_LAST',
  NEWEST = 'NEWEST',
  ESCALATED = 'ESCALATED',
}

registerEnumType(ActionOrder, {
  name: 'ActionOrder',
  description: 'How a list of actions is ordered; the id decides between equals.',
  valuesConfig: {
    DUE_FIRST: { description: 'Those due the earliest first.' },
    DUE_LAST: { description: 'Those due the latest first.' },
    NEWEST: { description: 'Those opened the latest first.' },
    ESCALATED: { description: 'Those raised the highest first, then those due the earliest.' },
  },
});

@InputType({ description: 'Which actions are asked for; what is left out does not narrow.' })
export class ActionFilter {
  @Field(() => [ActionState], { nullable: true, description: 'In one of these states.' })
  @ArrayMaxSize(5, { message: 'there are five states' })
  state?: ActionState[];

  @Field(() => Boolean, { nullable: true, description: 'True for those that were past their due date and neither done nor cancelled on the day of `asOf`; false for the others.' })
  overdue?: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'The day that `overdue` and `ownerHasLeft` are asked about; today when left out.' })
  asOf?: string;

  @Field(() => ID, { nullable: true, description: 'About the work of this team.' })
  teamId?: string;

  @Field(() => ID, { nullable: true, description: 'Owned by this worker.' })
  ownerId?: string;

  @Field(() => ID, { nullable: true, description: 'To be verified by this worker.' })
  verifierId?: string;

  @Field(() => Boolean, { nullable: true, description: 'True for those whose owner has left, and which somebody else must take on.' })
  ownerHasLeft?: boolean;

  @Field(() => Text, { nullable: true, description: 'Following from this sort of thing, such as `AUDIT`.' })
  sourceKind?: string;

  @Field(() => Boolean, { nullable: true, description: 'True for those that follow from an audit graded inadequate; false for the others.' })
  followsInadequate?: boolean;

  @Field(() => Text, { nullable: true, description: 'Under the theme with this code.' })
  themeCode?: string;

  @Field(() => Text, { nullable: true, description: 'Serving the practice priority with this code.' })
  priorityCode?: string;
}
