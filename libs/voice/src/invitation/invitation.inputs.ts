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

  @Field(() => LocalDate, { nullable: true, description: 'Raised on or after this day.' })
  from?: string;

  @Field(() => LocalDate, { nullable: true, description: 'Raised before this day.' })
  before?: string;
}

@InputType({ description: 'An invitation for which a link is to be made.' })
export class GiveInvitationLinkInput extends ChangeInput {
  @Field(() => ID, { description: 'The invitation’s id.' })
  invitationId!: string;
}
