import { DateTime, Text } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';
import { AccessOperation } from './access-entry.type';

@InputType({ description: 'Which entries are asked for; what is left out does not narrow.' })
export class AccessRecordFilter {
  @Field(() => ID, { nullable: true, description: 'What this person did: the id of a worker, or the `personId` of an entry.' })
  personId?: string;

  @Field(() => Text, { nullable: true, description: 'About records of this type, such as `Child`.' })
  entityType?: string;

  @Field(() => ID, { nullable: true, description: 'About this one record, by its id in the graph.' })
  entityId?: string;

  @Field(() => DateTime, { nullable: true, description: 'At this moment or later.' })
  from?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Before this moment.' })
  before?: Date;

  @Field(() => AccessOperation, { nullable: true, description: 'Of this sort alone.' })
  operation?: AccessOperation;
}
