import { DateTime } from '@qaf/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('ChildLock', {
  description: 'A lock on a child’s record: while it holds, the child and all that is about it is there for those alone whom it names. Seen by them, by the Director, and by the heads of service above the team.',
  simpleResolvers: true,
})
export class ChildLock {
  @Field(() => ID, { description: 'Opaque id; unlocking asks for it.' })
  id!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the record was locked.' })
  lockedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why. May hold personal detail.' })
  reason!: string | null;

  @Field(() => Int, { nullable: true, description: 'Send it back when unlocking.' })
  version!: number | null;

  childId?: string;
  byId?: string;
  workerIds?: string[];
}
