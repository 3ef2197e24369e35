import { ChangeInput, LocalDate, Text } from '@qaf/graph';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';

export enum InvitationOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}

registerEnumType(InvitationOrder, {
  name: 'InvitationOrder',
  description: 'How a list of invitations is ordered, by the day raised; the id decides between equals.',
  valuesConfig: { NEWEST: { description: 'Latest first.' }, OLDEST: { description: 'Earliest first.' } },
});

@InputType({ description: 'Which invitations are asked for; what is left out does not narrow.' })
export class InvitationFilter {
  @Field(() => ID, { nullable: true, description: 'About children of this worker.' })
  workerId?: string;

  @Field(() => ID, { nullable: true, description: 'About children of this team.' })
  teamId?: string;

  @Field(() => Text, { nullable: true, description: 'To the questionnaire of this code, in any version.' })
  questionnaireCode?: string;

  @Field(() => Text, { nullable: true, description: 'To `CHILD`, `PARENT` or `CARER`.' })
  audience?: string;

  @Field(() => Boolean, { nullable: true, description: 'True for those that were given, false for those still to be given.' })
  given?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for those to remind: given in the quarter that runs, and not declined. All of them, whether they answered or not, which nobody knows. False for all others.',
  })
  toRemind?: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'Raised on or after this day.' })
  from?: string;

  @Field(() => LocalDate, { nullable: true, description: 'Raised before this day.' })
  before?: string;
}

@InputType({ description: 'An invitation for which a link is to be made.' })
export class GiveInvitationLinkInput extends ChangeInput {
  @Field(() => ID, { description: 'The invitation’s id.' })
  invitationId!: string;

  @Field(() => Text, { defaultValue: 'LINK', description: 'How it is given: `LINK` where it is sent or handed over, `PAPER` where it is printed on a letter, `INTERVIEW` where somebody helps the person answer.' })
  mode!: string;

  @Field(() => Text, { nullable: true, description: 'About how old the person is: `UNDER_8`, `8_TO_11`, `12_TO_15` or `16_AND_OVER`. The link carries it, as many others do, so that results can be shown by age. Left out for adults.' })
  ageBand?: string | null;

  @Field(() => Text, { nullable: true, description: 'Code of the language that it is offered in, such as `pl`; the link carries it too.' })
  language?: string | null;
}

@InputType({ description: 'That somebody would rather not answer, or was not asked.' })
export class RecordInvitationOutcomeInput extends ChangeInput {
  @Field(() => ID, { description: 'The invitation’s id.' })
  invitationId!: string;

  @Field(() => Text, { description: '`DECLINED`: asked, and would rather not; `NOT_OFFERED`: never asked.' })
  outcome!: string;

  @Field(() => Text, { description: 'Why: `NOT_REACHED`, `NOT_SAFE_TO_ASK`, `NO_SUITABLE_FORM`, `UNABLE`, `NO_REASON_GIVEN` or `OTHER`.' })
  reason!: string;
}
