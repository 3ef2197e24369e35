import type { SubgraphName } from '@qaf/database';
import type { RelayLogger } from '../relay/options';
import type { RecordHandover, RecordReceipt } from './sealed-batch';

export interface SealerOptions {
  /** Whose record it seals. */
  from: SubgraphName;
  /** The URL of the subgraph's own application login. */
  url: string;
  /** The platform's secret, from which the key of the seals follows. */
  secret: string;
  logger: RelayLogger;
  /** Hands a batch, or only how it goes, to governance; resolves with what governance holds once that is committed. */
  handOver(handover: RecordHandover): Promise<RecordReceipt>;
  /** How often it seals, in milliseconds; 1,000 by default. */
  everyMs?: number;
  /** How often the leader checks the whole chain, in milliseconds; a day by default, and first after five minutes. */
  checkEveryMs?: number;
}
