import { DateTime } from '@qaf/graph';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('EmergencyAccess', {
  description: 'That a manager saw a child beyond their rows in an emergency. Ends by itself. Seen by whoever asked for it and by information governance.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class EmergencyAccess {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => DateTime, { nullable: true, description: 'From when.' })
  grantedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when: a day later.' })
  until!: Date | null;

  @Field(() => String, { nullable: true, description: 'The emergency, in the words of whoever asked. May hold personal detail.' })
  reason!: string | null;

  childId?: string;
  workerId?: string;
}
