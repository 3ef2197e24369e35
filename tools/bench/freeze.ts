import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { treeOf } from './cpu';

const TRIES = 400;

/**
 * Stops every contestant but one, so that nobody else's upkeep is counted as theirs. A process is stopped only outside of
 * a transaction: its locks would hold the one that runs.
 */
export class Freezer {
  private constructor(private readonly client: Client) {}

  static async open(adminUrl: string): Promise<Freezer> {
    const client = new Client({ connectionString: adminUrl, application_name: 'bench' });
    await client.connect();
    return new Freezer(client);
  }

  async only(chosen: number | null, all: readonly number[]): Promise<void> {
    const others = all.filter((pid) => pid !== chosen).flatMap(treeOf);
    if (chosen !== null) signal(treeOf(chosen), 'SIGCONT');
    for (let left = TRIES; left > 0; left -= 1) {
      signal(others, 'SIGSTOP');
      if (chosen !== null || !(await this.busy())) return;
      signal(others, 'SIGCONT');
      await sleep(50);
    }
    throw new Error('The contestants cannot be stopped: one of them is always in a transaction.');
  }

  resume(all: readonly number[]): void {
    signal(all.flatMap(treeOf), 'SIGCONT');
  }

  close(): Promise<void> {
    return this.client.end();
  }

  private async busy(): Promise<boolean> {
    const { rowCount } = await this.client.query(`select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and state <> 'idle'`);
    return (rowCount ?? 0) > 0;
  }
}

function signal(pids: readonly number[], name: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // Gone already.
    }
  }
}
