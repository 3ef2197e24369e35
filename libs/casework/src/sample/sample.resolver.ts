import { command, connectionOf, Does, type GraphContext, listPage, listUnder, type Page, PageArgs, type ProblemValue, resultOf, type Success, uuidOf, Where } from '@qaf/graph';
import { Arg, Args, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Audit } from '../audit/audit.type';
import { auditById } from '../audit/audit.queries';
import { AuditorHasLeft } from '../audit-allocation/audit-allocation.problems';
import { versionById } from '../audit-tool/audit-tool.queries';
import { AuditToolVersion } from '../audit-tool/audit-tool.type';
import { childById } from '../child/child.queries';
import { Child } from '../child/child.type';
import { Team, teamRef } from '../team/team.type';
import { Worker, workerRef } from '../worker/worker.type';
import { replayOf } from './replay';
import { DrawSampleInput } from './sample.inputs';
import { SampleFrameEmpty } from './sample.problems';
import { auditsOfSample, frameOfSample, SAMPLE_CASES, sampleById, SAMPLES } from './sample.queries';
import { drawSample } from './sample.service';
import { Sample, SampleCase, SampleReplay, SampleStratum } from './sample.type';

const SampleConnection = connectionOf(() => Sample, 'Sample', 'samples');
const SampleCaseConnection = connectionOf(() => SampleCase, 'SampleCase', 'cases of a sample’s frame');

@ObjectType('DrawSampleSuccess', { description: 'The sample is drawn and kept.' })
class DrawSampleSuccess {
  sampleId!: string;

  @Field(() => Sample, { nullable: true, description: 'The sample.' })
  sample(@Ctx() { unit }: GraphContext): Promise<Sample | null> {
    return unit.load(sampleById, this.sampleId);
  }
}

const DrawSampleResult = resultOf('DrawSampleResult', DrawSampleSuccess, [SampleFrameEmpty, AuditorHasLeft]);

@Resolver(() => Sample)
export class SampleResolver {
  @Query(() => SampleConnection, { description: 'Samples, the latest first: all for the Principal Social Worker and QPA, those they drew for heads of a stream.' })
  @Does('audit.sample')
  async samples(@Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<Sample>> {
    return listPage(unit, SAMPLES, { page, orderBy: 'RECENT' });
  }

  @Query(() => Sample, { nullable: true, description: 'One sample; null when there is none of that id for the viewer.' })
  @Does('audit.sample')
  async sample(@Ctx() { unit }: GraphContext, @Arg('id', () => ID, { description: 'The sample’s id.' }) id: string): Promise<Sample | null> {
    const uuid = uuidOf('Sample', id);
    return uuid ? unit.load(sampleById, uuid) : null;
  }

  @Mutation(() => DrawSampleResult, { description: 'Draws cases for audit from those open today, and keeps the frame, the seed and the draw. For quality everywhere, and for heads of a stream in their stream.' })
  @Does('audit.sample')
  async drawSample(@Ctx() context: GraphContext, @Arg('input', () => DrawSampleInput, { description: 'What, from what, and for whom.' }) input: DrawSampleInput): Promise<Success | ProblemValue> {
    return command(context, 'drawSample', input, (tx) => drawSample(tx, input, context.now));
  }

  @FieldResolver(() => AuditToolVersion, { nullable: true, description: 'The version of the tool that its audits are done on.' })
  async tool(@Root() sample: Sample, @Ctx() { unit }: GraphContext): Promise<AuditToolVersion | null> {
    return sample.toolVersionId ? unit.load(versionById, sample.toolVersionId) : null;
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who drew it.' })
  drawnBy(@Root() sample: Sample): Worker | null {
    return workerRef(sample.drawnBy);
  }

  @FieldResolver(() => [Worker], { nullable: true, description: 'The auditors for whom it was drawn.' })
  auditors(@Root() sample: Sample): Worker[] {
    return (sample.auditorIds ?? []).map((id) => ({ id }));
  }

  @FieldResolver(() => [SampleStratum], { nullable: true, description: 'What was drawn of each part: by team and plan type, or by quota in the order they were given.' })
  strata(@Root() sample: Sample): Partial<SampleStratum>[] {
    return (sample.keptStrata ?? []).map(({ team, plan, ...counts }) => ({ ...counts, teamId: team, planType: plan }));
  }

  @FieldResolver(() => SampleReplay, { nullable: true, description: 'The draw done again now from the kept frame, plan and seed.' })
  async replay(@Root() sample: Sample, @Ctx() { unit }: GraphContext): Promise<SampleReplay> {
    return replayOf(sample, await unit.load(frameOfSample, sample.id));
  }

  @FieldResolver(() => SampleCaseConnection, { nullable: true, description: 'The drawn cases in the order of the draw; with the rest of the frame where that is asked for.' })
  async cases(
    @Root() sample: Sample,
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('wholeFrame', () => Boolean, { defaultValue: false, description: 'Whether cases that were not drawn, or left out, are listed after those that were.' }) wholeFrame: boolean,
  ): Promise<Page<SampleCase>> {
    const where = wholeFrame ? new Where() : new Where().and('k.place is not null');
    return listUnder(unit, SAMPLE_CASES, 'sample', sample.id, { page, orderBy: 'DRAWN', where });
  }
}

@Resolver(() => SampleStratum)
export class SampleStratumResolver {
  @FieldResolver(() => Team, { nullable: true, description: 'The team; null for cases of no team, and for a quota of any.' })
  team(@Root() stratum: SampleStratum): Team | null {
    return teamRef(stratum.teamId);
  }
}

@Resolver(() => SampleCase)
export class SampleCaseResolver {
  @FieldResolver(() => Child, { nullable: true, description: 'The child.' })
  async child(@Root() one: SampleCase, @Ctx() { unit }: GraphContext): Promise<Child | null> {
    return one.childId ? unit.load(childById, one.childId) : null;
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The team that held the case on the day of the draw; null when none did.' })
  team(@Root() one: SampleCase): Team | null {
    return teamRef(one.teamId);
  }

  @FieldResolver(() => Audit, { nullable: true, description: 'The audit that it led to; null while it is not given out, and for those who may not see the audit.' })
  async audit(@Root() one: SampleCase, @Ctx() { unit }: GraphContext): Promise<Audit | null> {
    const audits = one.sampleId ? await unit.load(auditsOfSample, one.sampleId) : [];
    const audit = audits.find(({ childId }) => childId === one.childId);
    return audit ? unit.load(auditById, audit.id) : null;
  }
}
