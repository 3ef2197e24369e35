import { ChangeInput, CommandInput, LocalDate, LongText, Text } from '@qaf/graph';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';

export enum ViewsOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}

registerEnumType(ViewsOrder, {
  name: 'ViewsOrder',
  description: 'How a list of views is ordered, by the day of the occasion; the id decides between equals.',
  valuesConfig: { NEWEST: { description: 'Latest first.' }, OLDEST: { description: 'Earliest first.' } },
});

@InputType({ description: 'Which views are asked for; what is left out does not narrow.' })
export class ViewsFilter {
  @Field(() => Text, { nullable: true, description: 'Given on a `VISIT`, `LAC_REVIEW`, `CP_CONFERENCE` or `ASSESSMENT`.' })
  occasion?: string;

  @Field(() => LocalDate, { nullable: true, description: 'On or after this day.' })
  from?: string;

  @Field(() => LocalDate, { nullable: true, description: 'Before this day.' })
  before?: string;
}

@InputType({ description: 'How a child was heard on an occasion that is not on record yet.' })
export class RecordViewsInput extends CommandInput {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => Text, { description: '`VISIT`, `LAC_REVIEW`, `CP_CONFERENCE` or `ASSESSMENT`.' })
  occasion!: string;

  @Field(() => ID, { nullable: true, description: 'The visit, meeting or assessment (a `Visit`, `CaseMeeting` or `Episode`) where it is known here.' })
  occasionId?: string | null;

  @Field(() => LocalDate, { description: 'The day of the occasion; not in the future.' })
  onDate!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether the child was seen. Needed for a visit.' })
  seen?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the child was seen alone.' })
  seenAlone?: boolean | null;

  @Field(() => Text, { nullable: true, description: 'How the child took part, `PN0` to `PN7`; for a review or conference only.' })
  participationCode?: string | null;

  @Field(() => LongText, { nullable: true, description: 'What the child thinks, wishes and feels.' })
  views?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the views changed the plan; true needs views.' })
  influencedPlan?: boolean | null;
}

@InputType({ description: 'A record of views as it is to be from now on: what is left out becomes unknown.' })
export class ChangeViewsInput extends ChangeInput {
  @Field(() => ID, { description: 'The record’s id.' })
  viewsRecordId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether the child was seen. Needed for a visit.' })
  seen?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the child was seen alone.' })
  seenAlone?: boolean | null;

  @Field(() => Text, { nullable: true, description: 'How the child took part, `PN0` to `PN7`; for a review or conference only.' })
  participationCode?: string | null;

  @Field(() => LongText, { nullable: true, description: 'What the child thinks, wishes and feels.' })
  views?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the views changed the plan; true needs views.' })
  influencedPlan?: boolean | null;
}
