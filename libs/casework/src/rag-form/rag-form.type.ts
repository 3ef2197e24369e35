import { LocalDate, LongText, Rag } from '@qaf/graph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('RagFormArea', { description: 'One area of a form with its colour.', simpleResolvers: true })
export class RagFormArea {
  @Field(() => String, { description: 'The code of the area.' })
  area!: string;

  @Field(() => String, { description: 'What is looked at.' })
  title!: string;

  @Field(() => Rag, { description: 'Its colour.' })
  rag!: Rag;

  @Field(() => LongText, { nullable: true, description: 'What was found; always there for red and amber. May hold personal detail.' })
  note!: string | null;
}

@ObjectType('RagFollowUp', { description: 'A monthly meeting of the Principal IRO and a team manager about a form.', simpleResolvers: true })
export class RagFollowUp {
  @Field(() => LocalDate, { description: 'The day they met.' })
  heldOn!: string;

  @Field(() => LongText, { description: 'What was agreed; may hold personal detail.' })
  note!: string;

  @Field(() => Boolean, { description: 'Whether they found the form resolved.' })
  resolved!: boolean;

  formId?: string;
  byId?: string;
  withId?: string;
}

@ObjectType('RagForm', {
  description:
    'What the reviewing officer or chair found after a looked-after review or a child protection conference: red, amber or green by area, problems of practice, drift and delay. Seen by its author, the Principal IRO, the worker, the team’s manager and the line above, the Principal Social Worker and QPA; of a locked child by those whom the lock names. To everyone else it reads as absent.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
@Directive('@key(fields: "ref")')
export class RagForm {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Directive('@inaccessible')
  @Field(() => ID, { description: 'The key by which other parts of the graph point to a form that the viewer may not see.' })
  ref!: string;

  @Field(() => Rag, { nullable: true, description: 'The colour of the form: the worst of its areas.' })
  rag!: Rag | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day the meeting was held.' })
  heldOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day the form was given: the worker and the team manager see it from then on.' })
  givenOn!: string | null;

  @Field(() => LongText, { nullable: true, description: 'Problems of practice; null when none were found. May hold personal detail.' })
  practiceProblems!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there is drift or delay.' })
  driftOrDelay!: boolean | null;

  @Field(() => LongText, { nullable: true, description: 'What drifts or is late and why; null without drift. May hold personal detail.' })
  driftReason!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day the worker acknowledged it; null until then.' })
  workerAcknowledgedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What the worker said to it; null when nothing.' })
  workerComment!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day the team manager answered; null until then.' })
  managerAnsweredOn!: string | null;

  @Field(() => LongText, { nullable: true, description: 'The team manager’s answer; null until then.' })
  managerAnswer!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day the Principal IRO and a team manager found it resolved; null until then.' })
  resolvedOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when changing the form.' })
  version!: number | null;

  childId?: string;
  meetingId?: string;
  authorId?: string;
  workerId?: string | null;
  teamId?: string | null;
  answeredById?: string | null;
}
