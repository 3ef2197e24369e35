import { type Period, todayInLondon } from '@qaf/calendar';
import type { Unit } from '@qaf/database';
import { machine, type Viewer } from '@qaf/identity';
import type { ReleaseSource } from '../published-statistic';
import { publishRelease, type PublishOutcome } from './publish-release';
import { quartersOf, settledPeriods } from './periods';

export interface PeriodPublished {
  statistic: string;
  period: string;
  outcome: PublishOutcome;
}

/**
 * Releases every period that is over, settled and not yet released: what a machine does each night. Each in a transaction
 * of its own, so that one that fails keeps no other back. A quarter comes before the year that it is part of.
 * It asks before each whether to go on.
 */
export async function publishSettled(unit: (viewer: Viewer, action: string) => Unit, sources: readonly ReleaseSource[], now: Date, goOn: () => boolean = () => true): Promise<PeriodPublished[]> {
  const done: PeriodPublished[] = [];
  for (const source of sources) {
    for (const period of await waiting(unit, source, now)) {
      if (!goOn()) return done;
      const outcome = await unit(machine('machine_report', 'releases'), 'publishRelease').command((tx) => publishRelease(tx, source, period, now));
      done.push({ statistic: source.statistic.code, period: period.code, outcome });
    }
  }
  return done;
}

async function waiting(unit: (viewer: Viewer, action: string) => Unit, { statistic, quartersWithFacts }: ReleaseSource, now: Date): Promise<Period[]> {
  return unit(machine('machine_report', 'releases'), 'publishRelease').command(async (tx) => {
    const rows = await tx.query<{ period: string }>('select distinct period from release where statistic = $1', [statistic.code]);
    const released = new Set(rows.map(({ period }) => period));
    const counted = quartersWithFacts && new Set(await quartersWithFacts(tx));
    return settledPeriods(statistic, todayInLondon(now)).filter((period) => !released.has(period.code) && (!counted || quartersOf(period).some(({ code }) => counted.has(code))));
  });
}
