import { LocalDate, LongText, Text } from '@qaf/graph';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum SupervisionStateName {
  PLANNED = 'PLANNED',
  HELD = 'HELD',
  CANCELLED = 'CANCELLED',
}

registerEnumType(SupervisionStateName, {
  name: 'SupervisionState',
  description: 'Where a supervision session stands.',
  valuesConfig: {
    PLANNED: { description: 'Agreed for a day; not held yet.' },
    HELD: { description: 'Held and recorded.' },
    CANCELLED: { description: 'Not held, with a reason.' },
  },
});

@ObjectType('SupervisionSession', {
  description: 'One supervision of a worker. Seen by the two who meet and the worker’s line of management; for everyone else it does not exist.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class SupervisionSession {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: '`CASE`, `REFLECTIVE`, `PERSONAL` or `GROUP`.' })
  kind!: string | null;

  @Field(() => SupervisionStateName, { nullable: true, description: 'Where the session stands.' })
  state!: SupervisionStateName | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was agreed for.' })
  plannedFor!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was held; null unless held.' })
  heldOn!: string | null;

  @Field(() => Text, { nullable: true, description: 'Why it was cancelled; null unless cancelled.' })
  cancelledReason!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the record shows reflective analysis; null unless held.' })
  reflectiveAnalysis!: boolean | null;

  @Field(() => LongText, { nullable: true, description: 'What was talked about, apart from children. Free text.' })
  summary!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when changing the session.' })
  version!: number | null;

  workerId?: string;
  supervisorId?: string;
  teamId?: string | null;
}

@ObjectType('CaseDiscussion', {
  description: 'What a supervision decided about one child. Seen by the two who met and the worker’s line of management.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class CaseDiscussion {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day of the supervision.' })
  heldOn!: string | null;

  @Field(() => LongText, { nullable: true, description: 'What was discussed. Free text.' })
  discussed!: string | null;

  @Field(() => LongText, { nullable: true, description: 'What was decided, and why. Free text.' })
  decision!: string | null;

  @Field(() => LongText, { nullable: true, description: 'What was agreed to be done, by whom; null when nothing.' })
  agreedActions!: string | null;

  sessionId?: string;
  childId?: string;
}
