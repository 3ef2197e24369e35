import { type Regular, regularly, type Subgraph } from '@qaf/graph';
import { machine } from '@qaf/identity';
import { publishResponseRates } from '../response-rate/publish-response-rates';
import { publishResults } from '../results/publish-results';
import { type BatchOutcome, releaseAnswers } from './answer-release.service';

const HOUR_MS = 3_600_000;

/** Decides the quarter that ended last and publishes what came out, as the machine that makes reports. */
export async function releaseDueAnswers(voice: Pick<Subgraph, 'unit'>, now: Date): Promise<BatchOutcome[]> {
  const unit = () => voice.unit(machine('machine_report', 'release of answers'), 'releaseAnswers');
  const outcomes = await releaseAnswers(unit, now);
  await publishResults(unit, now);
  await publishResponseRates(unit, now);
  return outcomes;
}

export interface ReleaseClock {
  now?: (() => Date) | undefined;
  /** Told of faults of our own, by kind alone. */
  failed: (kind: string) => void;
  everyMs?: number;
}

/** Looks now and every hour whether a quarter has ended that is not decided; two copies that look at once do it once. */
export function releaseRegularly(voice: Pick<Subgraph, 'unit'>, { now = () => new Date(), failed, everyMs = HOUR_MS }: ReleaseClock): Regular {
  const look = async (): Promise<void> => {
    const outcomes = await releaseDueAnswers(voice, now());
    if (outcomes.some(({ unopened }) => unopened > 0)) failed('AnswersUnderAnotherSecret');
  };
  return regularly(look, everyMs, failed);
}
