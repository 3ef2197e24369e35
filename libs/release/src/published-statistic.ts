import type { IsoDate, Period } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import type { Role } from '@qaf/identity';
import type { FinestCount, Members, Statistic } from '@qaf/statistics';

/** A statistic with who may read what is released of it, and from when. */
export interface PublishedStatistic extends Statistic {
  /** `EVERYONE` for an aggregate as the programme means it. */
  readers: readonly Role[];
  /** The first day of the first period that is released. */
  from: IsoDate;
  /** How many days after a period's end the machine releases it, so that late facts are in. */
  settleDays: number;
}

/** The counts that a release is made of, as the facts' owner reads them. */
export interface GatheredFacts {
  /** The leaves of each dimension, with what they lie in, in the period. */
  members: Members;
  finest: readonly FinestCount[];
  /** The versions of the tools or questionnaires behind the facts, in words: "Child journey audit 3". */
  toolVersions: readonly string[];
}

/** A statistic and how its facts are counted. Reads as the reporting machine, in the transaction that publishes. */
export interface ReleaseSource {
  statistic: PublishedStatistic;
  /** Counts by finest cell, for each quarter of the period by its code. */
  gather(tx: CommandTransaction, period: Period, quarters: readonly Period[]): Promise<GatheredFacts>;
  /** The codes of the quarters that have facts: a period without any is not released by the machine. All have where it is left out. */
  quartersWithFacts?(tx: CommandTransaction): Promise<readonly string[]>;
}
