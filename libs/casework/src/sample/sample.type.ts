import { LocalDate } from '@qaf/graph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

const SEEN = 'Seen by the Principal Social Worker and QPA, and by the head of a stream who drew it.';

@ObjectType('SampleStratum', { description: `One part of a sample: a team and plan type, or a quota. ${SEEN}`, simpleResolvers: true })
export class SampleStratum {
  @Field(() => String, { nullable: true, description: 'LAC, CP, CIN, CARE_LEAVER or EARLY_HELP; null for a quota of any.' })
  planType!: string | null;

  @Field(() => Int, { nullable: true, description: 'Cases that could be drawn of it.' })
  eligible!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many were to be drawn of it.' })
  wanted!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many were drawn; fewer than wanted only where a quota could not be filled.' })
  drawn!: number | null;

  teamId?: string | null;
}

@ObjectType('SampleReplay', { description: `The draw done again now, from what is kept of it. ${SEEN}`, simpleResolvers: true })
export class SampleReplay {
  @Field(() => Boolean, { nullable: true, description: 'Whether the kept frame is the one that was drawn from, and gives the same cases in the same order. Null where a part of the frame is closed to the viewer now, so that nobody can say.' })
  agrees!: boolean | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the frame as it is kept, in hexadecimal; null where a part of it is closed to the viewer now.' })
  frameDigest!: string | null;
}

@ObjectType('Sample', { description: `Cases drawn for audit, with all that it takes to draw them again. It never changes. ${SEEN}`, simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Sample {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The name that people find it by.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'RANDOM, QUOTA or WHOLE.' })
  method!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many cases a random sample was to have; null for the others.' })
  size!: number | null;

  @Field(() => String, { nullable: true, description: 'The kind of its audits: CHILD_JOURNEY, THEMED or JOINT.' })
  kind!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether its audits are done together with the worker.' })
  withWorker!: boolean | null;

  @Field(() => [String], { nullable: true, description: 'The plan types it was drawn from.' })
  planTypes!: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Cases audited within so many days before the draw were left out, of the audits that the drawer may see.' })
  auditedWithinDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'The seed of the draw.' })
  seed!: number | null;

  @Field(() => String, { nullable: true, description: 'The generator and the way of drawing, by name; the documentation of casework says what each is.' })
  generator!: string | null;

  @Field(() => Int, { nullable: true, description: 'Cases in the frame, those left out among them.' })
  frameSize!: number | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the frame, in hexadecimal, as it was drawn from.' })
  frameDigest!: string | null;

  @Field(() => Int, { nullable: true, description: 'Cases drawn.' })
  drawnCount!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of the draw, as of which the frame was made.' })
  drawnOn!: string | null;

  toolVersionId?: string;
  teamIds?: string[];
  auditorIds?: string[];
  drawnBy?: string;
  quotas?: { team: string | null; plan: string | null; size: number }[] | null;
  keptStrata?: { team: string | null; plan: string | null; eligible: number; wanted: number; drawn: number }[];
}

@ObjectType('SampleCase', { description: `A case of a sample’s frame. ${SEEN} One whose child is closed to the viewer reads as absent.`, simpleResolvers: true })
@Directive('@key(fields: "id")')
export class SampleCase {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Its place in the draw, from 1; null for a case that was not drawn.' })
  place!: number | null;

  @Field(() => String, { nullable: true, description: 'The plan type it counted under.' })
  planType!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was left out: AUDITED_LATELY or ONLY_LINE_MANAGERS (each of the auditors holds the case or manages its worker); null when it was not.' })
  excludedBecause!: string | null;

  childId?: string;
  teamId?: string | null;
  sampleId?: string;
}
