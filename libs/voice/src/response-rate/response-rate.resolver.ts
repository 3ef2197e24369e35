import { Does, type GraphContext, Text } from '@qaf/graph';
import { provenanceOf, readRelease, tableNotReleased } from '@qaf/release';
import { totalOf } from '@qaf/statistics';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { CUTS } from '../results/measured-question.rules';
import { rateLines } from './response-rate-lines.rules';
import { responseRatesOf } from './response-rate.statistic';
import { ResponseRateTable } from './response-rate.type';

@Resolver()
export class ResponseRateResolver {
  @Query(() => [ResponseRateTable], {
    description: 'How many answered a questionnaire, declined or were not asked, the oldest quarter first. For everyone who signs in. A quarter is left out where nothing came out, or where it would tell whether somebody answered.',
  })
  @Does('result.read')
  async responseRates(
    @Ctx() { unit }: GraphContext,
    @Arg('questionnaireCode', () => Text, { description: 'The questionnaire’s code, such as `cp-plan-end`.' }) questionnaireCode: string,
    @Arg('by', () => Text, { nullable: true, description: '`AGE_BAND`, `LANGUAGE` or `MODE`, one at a time; everyone together when left out. Anything else is refused, saying what can be asked.' }) by?: string,
    @Arg('periods', () => [Text], { nullable: true, description: 'Codes of quarters, such as `2018-19 Q3`; all when left out.' }) periods?: string[],
  ): Promise<ResponseRateTable[]> {
    const statistic = responseRatesOf({ code: questionnaireCode, title: '' });
    const cut = by == null ? null : CUTS[by];
    // Named without the questionnaire: nothing of what was asked is said back.
    if (cut === undefined) throw tableNotReleased({ ...statistic, code: 'response-rates' });
    const tables = await readRelease(unit, statistic, { by: cut ? { [cut.dimension]: cut.level } : {}, ...(periods && { periods }) });
    return tables.map((table) => {
      const [whole] = table.lines;
      return { questionnaireCode, period: table.period, lines: rateLines(table), provenance: provenanceOf(table, {}, cut === null && whole ? totalOf(whole) : null) };
    });
  }
}
