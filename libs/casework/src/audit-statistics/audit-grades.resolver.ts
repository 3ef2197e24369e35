import { Does, type GraphContext, Text, uuidOf } from '@qaf/graph';
import { cutBy, type PublishedStatistic, readRelease, Series, seriesOf, tableNotReleased, toolChanges } from '@qaf/release';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PracticePriority } from '../practice-priority/practice-priority.type';
import { gradesRelease } from './audit-grades.lines';
import { AUDIT_GRADES, PRIORITY_GRADES } from './audit-grades.statistic';
import { AuditGradesRelease } from './audit-grades.type';

const PERIODS = 'Business-year quarters such as `2018-19 Q1`; all released ones when left out. One that was not released is left out.';
const BASELINE_FROM = { nullable: true, description: 'The first quarter that the first limits rest on, with `baselineTo`; the first phase when left out.' } as const;
const BASELINE_TO = { nullable: true, description: 'The last quarter of it.' } as const;
const RELEASED = 'Good-or-better share by quarter, from what was released, with control limits that begin anew where a tool changed. A hidden share is a gap.';

@Resolver()
export class AuditGradesResolver {
  @Query(() => [AuditGradesRelease], { description: 'Grades of audits as they were released, the oldest period first: by team, by service or for the whole authority. Other cuts are refused, saying what can be asked. For everyone who signs in.' })
  @Does('release.read')
  async auditGrades(
    @Ctx() { unit }: GraphContext,
    @Arg('by', () => [Text], { defaultValue: [], description: '`team` or `service`; the whole authority when left out.' }) by: string[],
    @Arg('periods', () => [Text], { nullable: true, description: PERIODS }) periods?: string[],
  ): Promise<AuditGradesRelease[]> {
    const tables = await readRelease(unit, AUDIT_GRADES, { by: cutBy(AUDIT_GRADES, by), ...(periods && { periods }) });
    return tables.map((table) => gradesRelease(table));
  }

  @Query(() => Series, { nullable: true, description: `${RELEASED} Of one team, one service or the whole authority; null for an id of nothing. For everyone who signs in.` })
  @Does('release.read')
  async auditGradeSeries(
    @Ctx() { unit }: GraphContext,
    @Arg('teamId', () => ID, { nullable: true, description: 'A team.' }) teamId?: string,
    @Arg('serviceId', () => ID, { nullable: true, description: 'A service; not with a team.' }) serviceId?: string,
    @Arg('baselineFrom', () => Text, BASELINE_FROM) baselineFrom?: string,
    @Arg('baselineTo', () => Text, BASELINE_TO) baselineTo?: string,
  ): Promise<Series | null> {
    if (teamId !== undefined && serviceId !== undefined) throw tableNotReleased(AUDIT_GRADES);
    const member = teamId !== undefined ? uuidOf('Team', teamId) : serviceId !== undefined ? uuidOf('Service', serviceId) : undefined;
    if (member === null) return null;
    const by: Record<string, string> = member === undefined ? {} : { organisation: teamId !== undefined ? 'team' : 'service' };
    return shareSeries(unit, AUDIT_GRADES, by, member === undefined ? {} : { organisation: member }, baselineFrom, baselineTo);
  }
}

@Resolver(() => PracticePriority)
export class PriorityGradesResolver {
  @FieldResolver(() => [AuditGradesRelease], { nullable: true, description: 'Grades that audits come to under the priority, as they were released for the whole authority, the oldest period first. For everyone who signs in.' })
  async auditGrades(
    @Root() priority: PracticePriority,
    @Ctx() { unit }: GraphContext,
    @Arg('periods', () => [Text], { nullable: true, description: PERIODS }) periods?: string[],
  ): Promise<AuditGradesRelease[]> {
    const where = { priority: priority.code };
    const tables = await readRelease(unit, PRIORITY_GRADES, { by: { priority: 'priority' }, where, ...(periods && { periods }) });
    return tables.map((table) => gradesRelease(table, where));
  }

  @FieldResolver(() => Series, { nullable: true, description: `${RELEASED} Of the grades that audits come to under the priority, for the whole authority.` })
  async auditGradeSeries(
    @Root() priority: PracticePriority,
    @Ctx() { unit }: GraphContext,
    @Arg('baselineFrom', () => Text, BASELINE_FROM) baselineFrom?: string,
    @Arg('baselineTo', () => Text, BASELINE_TO) baselineTo?: string,
  ): Promise<Series> {
    return shareSeries(unit, PRIORITY_GRADES, { priority: 'priority' }, { priority: priority.code }, baselineFrom, baselineTo);
  }
}

async function shareSeries(unit: GraphContext['unit'], statistic: PublishedStatistic, by: Record<string, string>, where: Record<string, string>, from?: string, to?: string): Promise<Series> {
  const tables = await readRelease(unit, statistic, { by, where });
  const baseline = from !== undefined && to !== undefined ? { from, to } : undefined;
  return seriesOf(tables, { of: 'SHARE', changes: toolChanges(tables), ...(baseline && { baseline }) });
}
