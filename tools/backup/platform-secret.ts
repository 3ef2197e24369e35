import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The secret that the platform runs under: set, or kept in its data folder. Never made here: a backup must be restored under the one it was taken under. */
export function platformSecret({ secret, dataDir }: { secret: string | undefined; dataDir: string }): string {
  if (secret) return secret;
  try {
    return readFileSync(join(dataDir, 'platform-secret'), 'utf8').trim();
  } catch {
    throw new Error('Set QAF_SUBGRAPH_SECRET to the platform’s secret, or bring the file platform-secret of its data folder: what is sealed cannot be read without it.');
  }
}
