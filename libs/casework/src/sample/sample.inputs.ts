import { CommandInput, Text } from '@qaf/graph';
import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'So many cases of a team, of a plan type, or of both.' })
export class SampleQuotaInput {
  @Field(() => ID, { nullable: true, description: 'Of this team; of any when left out.' })
  teamId?: string;

  @Field(() => Text, { nullable: true, description: 'LAC, CP, CIN, CARE_LEAVER or EARLY_HELP; any when left out.' })
  planType?: string;

  @Field(() => Int, { description: 'How many, 1 to 1,000.' })
  size!: number;
}

@InputType({ description: 'What is to be drawn, from what, and for whom.' })
export class DrawSampleInput extends CommandInput {
  @Field(() => Text, { description: 'The name that people will find it by; not empty.' })
  title!: string;

  @Field(() => Text, { description: 'The code of the audit tool; its version in use today is kept.' })
  toolCode!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether the audits are done on the version that is being piloted; false when left out.' })
  pilot?: boolean;

  @Field(() => Text, { nullable: true, description: 'CHILD_JOURNEY (when left out), THEMED or JOINT.' })
  kind?: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether the audits are done together with the worker, so that a line manager may audit; false when left out.' })
  withWorker?: boolean;

  @Field(() => Text, { description: 'RANDOM (`size` cases, spread over team and plan type), QUOTA (as `quotas` say) or WHOLE (every case that is not left out).' })
  method!: string;

  @Field(() => Int, { nullable: true, description: 'How many cases, 1 to 5,000, for a random sample alone.' })
  size?: number;

  @Field(() => [SampleQuotaInput], { nullable: true, description: 'For a sample by quota alone, 1 to 100; a case counts for the first that takes it.' })
  @ArrayMaxSize(100, { message: 'quotas may be 100 at most' })
  quotas?: SampleQuotaInput[];

  @Field(() => [Text], { nullable: true, description: 'Children with an open episode of one of these kinds: LAC, CP, CIN, CARE_LEAVER, EARLY_HELP; all five when left out. A child with several counts once, under the first of that order.' })
  @ArrayMinSize(1, { message: 'planTypes must be 1 at least' })
  @ArrayMaxSize(5, { message: 'planTypes may be 5 at most' })
  planTypes?: string[];

  @Field(() => [ID], { nullable: true, description: 'Of these teams; of all that the viewer may draw from when left out.' })
  @ArrayMaxSize(200, { message: 'teamIds may be 200 at most' })
  teamIds?: string[];

  @Field(() => Int, { nullable: true, description: 'Cases for which an audit was allocated within so many days before today are left out; 180 when left out, 0 leaves none out.' })
  auditedWithinDays?: number;

  @Field(() => [ID], { description: 'The workers among whom the audits will be given out, 1 to 200: a case that each of them holds or manages is left out.' })
  @ArrayMinSize(1, { message: 'auditorIds must be 1 at least' })
  @ArrayMaxSize(200, { message: 'auditorIds may be 200 at most' })
  auditorIds!: string[];

  @Field(() => Int, { nullable: true, description: 'The seed, 0 to 2,147,483,647; drawn by lot when left out, and kept either way.' })
  seed?: number;
}
