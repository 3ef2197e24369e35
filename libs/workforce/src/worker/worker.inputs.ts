import { Text } from '@qaf/graph';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';

export enum WorkerOrder {
  NAME = 'NAME',
  STAFF_NUMBER = 'STAFF_NUMBER',
}

registerEnumType(WorkerOrder, {
  name: 'WorkerOrder',
  description: 'How a list of workers is ordered; the id decides between equals.',
  valuesConfig: {
    NAME: { description: 'By the name that colleagues use.' },
    STAFF_NUMBER: { description: 'By the authority’s own number.' },
  },
});

@InputType({ description: 'Which workers are asked for; what is left out does not narrow.' })
export class WorkerFilter {
  @Field(() => ID, { nullable: true, description: 'Members of this team on the day asked about.' })
  teamId?: string;

  @Field(() => ID, { nullable: true, description: 'Directly managed by this worker on the day asked about.' })
  managerId?: string;

  @Field(() => Text, { nullable: true, description: 'Holders of this role, such as `team_manager`, on the day asked about.' })
  role?: string;

  @Field(() => Boolean, { nullable: true, description: 'True for those who have left as well; false, the default, for those who work here on the day asked about.' })
  leavers?: boolean;
}
