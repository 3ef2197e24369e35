import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, refuse } from '@qaf/graph';
import type { ReleaseSource } from '../published-statistic';
import { asReportingMachine } from './as-reporting-machine';
import { periodByCode } from './periods';
import { type NotReleased, publishRelease } from './publish-release';

const REFUSALS: Readonly<Record<NotReleased, readonly [type: string, message: string]>> = {
  PERIOD_NOT_FINISHED: ['ReleasePeriodNotFinished', 'The period is not over yet.'],
  STEP_TOO_SMALL: ['ReleaseStepTooSmall', 'Too little has changed since the period was released.'],
  NOT_PROTECTED: ['ReleaseNotProtected', 'Nothing more can be told of the period without telling about a few people.'],
  DEFINITION_CHANGED: ['ReleaseDefinitionChanged', 'The period was released under another definition.'],
};

export interface FiguresPublished {
  statistic: string;
  period: string;
  version: number;
}

/** Releases a finished period of one of a subgraph's statistics, for a command whose act lets its caller publish. Refusals are problems. */
export async function publishFigures(tx: CommandTransaction, sources: readonly ReleaseSource[], asked: { statistic: string; period: string }, now: Date): Promise<FiguresPublished> {
  const source = sources.find(({ statistic }) => statistic.code === asked.statistic);
  if (!source) throw notFound(['statistic'], 'statistic');
  const period = periodAsked(source, asked.period);
  const outcome = await asReportingMachine(tx, (machine) => publishRelease(machine, source, period, now));
  if (outcome.kind === 'RELEASED') return { ...asked, version: outcome.version };
  const [type, message] = REFUSALS[outcome.reason];
  throw refuse(type, message, ['period']);
}

function periodAsked({ statistic }: ReleaseSource, code: string): ReturnType<typeof periodByCode> {
  const kind = code.includes('Q') ? 'QUARTER' : 'BUSINESS_YEAR';
  if (!statistic.periods.includes(kind)) throw inputInvalid(['period'], `This statistic is released by ${statistic.periods.map((one) => one.toLowerCase().replace('_', ' ')).join(' and ')}.`);
  try {
    return periodByCode(code);
  } catch {
    throw inputInvalid(['period'], 'A period is a business-year quarter such as 2018-19 Q1, or a business year such as 2018-19.');
  }
}
