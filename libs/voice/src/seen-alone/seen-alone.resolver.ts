import { Does, type GraphContext, Text, uuidOf } from '@qaf/graph';
import { cutBy, provenanceOf, readRelease, type ReleasedTable, Series, seriesOf, shareValue, tableNotReleased, toolChanges } from '@qaf/release';
import { type TableLine, totalOf } from '@qaf/statistics';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { NONE } from './seen-alone.facts';
import { SEEN_ALONE } from './seen-alone.statistic';
import { type SeenAloneLine, SeenAloneRelease } from './seen-alone.type';

@Resolver()
export class SeenAloneResolver {
  @Query(() => [SeenAloneRelease], { description: 'Shares of children seen alone as they were released, the oldest quarter first: by team or service, by ethnicity, by both, or for the whole authority. Other cuts are refused, saying what can be asked. For everyone who signs in.' })
  @Does('release.read')
  async seenAlone(
    @Ctx() { unit }: GraphContext,
    @Arg('by', () => [Text], { defaultValue: [], description: '`team` or `service`, `ethnicity`, or one of the two and `ethnicity`; the whole authority when left out.' }) by: string[],
    @Arg('periods', () => [Text], { nullable: true, description: 'Business-year quarters such as `2018-19 Q1`; all released ones when left out. One that was not released is left out.' }) periods?: string[],
  ): Promise<SeenAloneRelease[]> {
    const tables = await readRelease(unit, SEEN_ALONE, { by: cutBy(SEEN_ALONE, by), ...(periods && { periods }) });
    return tables.map(releaseOf);
  }

  @Query(() => Series, { nullable: true, description: 'The share of children seen alone by quarter, from what was released, with control limits. A hidden share is a gap. Of one team or service, of one group, of both, or of the whole authority; null for an id of nothing. For everyone who signs in.' })
  @Does('release.read')
  async seenAloneSeries(
    @Ctx() { unit }: GraphContext,
    @Arg('teamId', () => ID, { nullable: true, description: 'A team.' }) teamId?: string,
    @Arg('serviceId', () => ID, { nullable: true, description: 'A service; not with a team.' }) serviceId?: string,
    @Arg('ethnicity', () => Text, { nullable: true, description: 'A group: `WHITE`, `MIXED`, `ASIAN`, `BLACK`, `OTHER` or `UNKNOWN`.' }) ethnicity?: string,
    @Arg('baselineFrom', () => Text, { nullable: true, description: 'The first quarter that the limits rest on, with `baselineTo`; all quarters when left out.' }) baselineFrom?: string,
    @Arg('baselineTo', () => Text, { nullable: true, description: 'The last quarter of it.' }) baselineTo?: string,
  ): Promise<Series | null> {
    if (teamId !== undefined && serviceId !== undefined) throw tableNotReleased(SEEN_ALONE);
    const member = teamId !== undefined ? uuidOf('Team', teamId) : serviceId !== undefined ? uuidOf('Service', serviceId) : undefined;
    if (member === null) return null;
    const by = cutBy(SEEN_ALONE, [...(teamId !== undefined ? ['team'] : []), ...(serviceId !== undefined ? ['service'] : []), ...(ethnicity !== undefined ? ['ethnicity'] : [])]);
    const where = { ...(member !== undefined && { organisation: member }), ...(ethnicity !== undefined && { ethnicity }) };
    const tables = await readRelease(unit, SEEN_ALONE, { by, where });
    const baseline = baselineFrom !== undefined && baselineTo !== undefined ? { from: baselineFrom, to: baselineTo } : undefined;
    return seriesOf(tables, { of: 'SHARE', changes: toolChanges(tables), ...(baseline && { baseline }) });
  }
}

function releaseOf(table: ReleasedTable): SeenAloneRelease {
  const [only] = table.lines;
  return { provenance: provenanceOf(table, {}, table.lines.length === 1 && only ? totalOf(only) : null), lines: table.lines.map((line) => lineOf(table, line)) };
}

function lineOf(table: ReleasedTable, line: TableLine): SeenAloneLine {
  const place = line.at['organisation'];
  const placed = (level: string): { id: string } | null => (table.table.by['organisation'] === level && place !== undefined && place !== NONE ? { id: place } : null);
  return { team: placed('team'), service: placed('service'), ethnicity: line.at['ethnicity'] ?? null, seenAlone: shareValue(table.lattice.measure, line) };
}
