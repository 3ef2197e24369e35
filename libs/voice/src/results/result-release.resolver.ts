import type { Unit } from '@qaf/database';
import { Does, type GraphContext, Text } from '@qaf/graph';
import { provenanceOf, type PublishedStatistic, readRelease, type ReleasedTable, seriesOf, tableNotReleased } from '@qaf/release';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CUTS, statisticCode } from './measured-question.rules';
import { resultLines, versionNotes } from './result-lines.rules';
import { resultsOfQuestionnaire, statisticAsReleased } from './result-release.queries';
import { ResultRelease, ResultSeries, ResultTable } from './result-release.type';

const QUARTER = / Q[1-4]$/;
const NAMED = { code: 'The questionnaire’s code, such as `cp-plan-end`.', key: 'The question’s key, such as `listened-to`.' };

@Resolver(() => ResultRelease)
export class ResultReleaseResolver {
  @Query(() => [ResultRelease], { description: 'The published results of a questionnaire, by question and period. For everyone who signs in. Empty where nothing is published: too few answers wait for the next quarter.' })
  @Does('result.read')
  async questionnaireResults(
    @Ctx() { unit }: GraphContext,
    @Arg('questionnaireCode', () => Text, { description: NAMED.code }) questionnaireCode: string,
    @Arg('questionKey', () => Text, { nullable: true, description: `${NAMED.key} All questions when left out.` }) questionKey?: string,
    @Arg('periods', () => [Text], { nullable: true, description: 'Codes of quarters (`2018-19 Q3`) and business years (`2018-19`); all when left out.' }) periods?: string[],
  ): Promise<ResultRelease[]> {
    const releases = await unit.load(resultsOfQuestionnaire, questionnaireCode);
    return releases.filter((one) => (questionKey == null || isOf(one, questionKey)) && (periods == null || periods.includes(one.period)));
  }

  @Query(() => [ResultSeries], { description: 'One question quarter by quarter with control limits: a series for each wording, since other words are another measure. For everyone who signs in.' })
  @Does('result.read')
  async questionnaireSeries(
    @Ctx() { unit }: GraphContext,
    @Arg('questionnaireCode', () => Text, { description: NAMED.code }) questionnaireCode: string,
    @Arg('questionKey', () => Text, { description: NAMED.key }) questionKey: string,
    @Arg('of', () => Text, { defaultValue: 'SHARE', description: '`SHARE` of favourable answers, `MEAN` of a scale, or `COUNT` of answers.' }) of: string,
  ): Promise<ResultSeries[]> {
    if (of !== 'SHARE' && of !== 'MEAN' && of !== 'COUNT') throw new GraphQLError('A series is of SHARE, MEAN or COUNT.', { extensions: { code: 'BAD_USER_INPUT' } });
    const releases = (await unit.load(resultsOfQuestionnaire, questionnaireCode)).filter((one) => isOf(one, questionKey) && QUARTER.test(one.period));
    const statistics = [...new Set(releases.map(({ statistic }) => statistic))];
    return Promise.all(statistics.map((statistic) => this.series(unit, releases.filter((one) => one.statistic === statistic), of)));
  }

  @FieldResolver(() => ResultTable, { nullable: true, description: 'The table of one cut.' })
  async table(
    @Root() release: ResultRelease,
    @Ctx() { unit }: GraphContext,
    @Arg('by', () => Text, { nullable: true, description: '`AGE_BAND`, `LANGUAGE` or `MODE`, one at a time; everyone together when left out. Anything else is refused, saying what can be asked.' }) by?: string,
  ): Promise<ResultTable | null> {
    const table = await tableOf(unit, release, by ?? null);
    if (!table) return null;
    const [whole] = table.lines;
    const n = by == null && whole ? (whole.counts.get('all') ?? null) : null;
    return { lines: resultLines(table), provenance: provenanceOf(table, {}, n) };
  }

  private async series(unit: Unit, releases: readonly ResultRelease[], of: 'SHARE' | 'MEAN' | 'COUNT'): Promise<ResultSeries> {
    const tables = (await Promise.all(releases.map((release) => tableOf(unit, release, null)))).filter((table) => table !== null);
    const [{ question, sinceVersion } = { question: '', sinceVersion: 0 }] = releases;
    return { question, sinceVersion, series: seriesOf(tables, { of, annotations: versionNotes(tables) }) };
  }
}

async function tableOf(unit: Unit, { statistic: code, period }: ResultRelease, by: string | null): Promise<ReleasedTable | null> {
  const [statistic] = await unit.load(statisticAsReleased, code);
  if (!statistic) return null;
  const [table] = await readRelease(unit, statistic, { by: cutBy(statistic, by), periods: [period] });
  return table ?? null;
}

function cutBy(statistic: PublishedStatistic, by: string | null): Record<string, string> {
  if (by === null) return {};
  const cut = CUTS[by];
  if (!cut) throw tableNotReleased(statistic);
  return { [cut.dimension]: cut.level };
}

function isOf({ questionnaireCode, sinceVersion, statistic }: ResultRelease, key: string): boolean {
  return statistic === statisticCode({ questionnaireCode, key, versionNumber: sinceVersion });
}
