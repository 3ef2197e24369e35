import { foldRollUp } from '@qaf/database';
import type { StoreDefinition } from '@qaf/database';
import { type Regular, regularly, type Subgraph } from '@qaf/graph';
import { machine } from '@qaf/identity';
import type { ReleaseSource } from '../published-statistic';
import { type PeriodPublished, publishSettled } from './publish-settled';

const HOUR_MS = 3_600_000;

export interface Reporting {
  store: StoreDefinition;
  sources: readonly ReleaseSource[];
}

export interface ReportClock {
  now?: (() => Date) | undefined;
  /** Told of faults of our own, by kind alone. */
  failed: (kind: string) => void;
  everyMs?: number;
}

/** Folds what waits in the roll-ups, then releases every period that is over, settled and not released, as the reporting machine. */
export async function reportDue(subgraph: Pick<Subgraph, 'unit'>, { store, sources }: Reporting, now: Date, goOn: () => boolean = () => true): Promise<PeriodPublished[]> {
  for (const rollUp of store.rollUps ?? []) {
    // Each round is a transaction of its own, so that none is long.
    while (goOn() && (await subgraph.unit(machine('machine_report', 'roll-ups'), 'foldRollUp').command((tx) => foldRollUp(tx, store.name, rollUp))) > 0);
  }
  return publishSettled((viewer, action) => subgraph.unit(viewer, action), sources, now, goOn);
}

/** Looks now and every hour; two copies that look at once do it once. It stops between two periods. */
export function reportRegularly(subgraph: Pick<Subgraph, 'unit'>, reporting: Reporting, { now = () => new Date(), failed, everyMs = HOUR_MS }: ReportClock): Regular {
  let stopped = false;
  const { look, stop } = regularly(() => reportDue(subgraph, reporting, now(), () => !stopped), everyMs, failed);
  return {
    look,
    stop: () => {
      stopped = true;
      return stop();
    },
  };
}
