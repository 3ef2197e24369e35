import { DateTime } from '@qaf/graph';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('EmergencyAccess', { description: 'That a manager saw a child beyond their rows in an emergency. Owned by casework.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class EmergencyAccess {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;
}

@ObjectType('AccessNotice', { description: 'Tells information governance, at once, that a manager saw a child beyond their rows in an emergency. Seen by the information governance officer alone.', simpleResolvers: true })
export class AccessNotice {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => DateTime, { nullable: true, description: 'From when.' })
  grantedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when: a day later.' })
  until!: Date | null;

  workerId?: string;
}
