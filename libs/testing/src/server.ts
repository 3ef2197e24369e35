// eslint-disable-next-line @nx/enforce-module-boundaries -- Jest starts this before its aliases exist
import { openEmbedded } from '../../database/src/server/embedded';
// eslint-disable-next-line @nx/enforce-module-boundaries -- as above
import type { DatabaseServer } from '../../database/src/server/database-server';

// The data is thrown away: nothing of it has to survive a power cut.
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0', shared_buffers: '128MB' };

/** A server for tests in a folder that is thrown away afterwards. */
export function openTestServer(dataDir: string): Promise<DatabaseServer> {
  return openEmbedded({ dataDir, settings: SETTINGS });
}
