import { Text } from '@qaf/graph';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';

export enum ChildOrder {
  CASE_REFERENCE = 'CASE_REFERENCE',
  YOUNGEST = 'YOUNGEST',
}

registerEnumType(ChildOrder, {
  name: 'ChildOrder',
  description: 'How a list of children is ordered; the id decides between equals.',
  valuesConfig: {
    CASE_REFERENCE: { description: 'By the reference of the case-management system.' },
    YOUNGEST: { description: 'By month of birth, the youngest first; unborn children before all, unknown months after all.' },
  },
});

@InputType({ description: 'Which children are asked for; what is left out does not narrow.' })
export class ChildFilter {
  @Field(() => Text, { nullable: true, description: 'Exactly this reference of the case-management system; one that was merged leads to the child that was kept.' })
  caseReference?: string;

  @Field(() => ID, { nullable: true, description: 'Allocated to this team today.' })
  teamId?: string;

  @Field(() => ID, { nullable: true, description: 'Allocated to this worker today.' })
  workerId?: string;

  @Field(() => ID, { nullable: true, description: 'Whose independent reviewing officer is this worker today.' })
  iroId?: string;

  @Field(() => Boolean, { nullable: true, description: 'True: allocated to a worker who has left, so that somebody else must take the child on. False: all others.' })
  workerHasLeft?: boolean;

  @Field(() => Text, { nullable: true, description: 'With an episode of this kind, such as `CP`, open or ended unless `open` is given.' })
  episodeKind?: string;

  @Field(() => Boolean, { nullable: true, description: 'True: with an open episode (of `episodeKind`, if given). False: with none open.' })
  open?: boolean;
}
