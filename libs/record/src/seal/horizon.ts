import type { Client } from 'pg';

/** Up to which number was written by when. */
interface Mark {
  top: number;
  at: string;
}

// The clock is read after the statement's snapshot was taken: whoever holds a number up to the top began before it.
const TOP = 'select coalesce(max(id), 0)::float8 as top, clock_timestamp()::text as at from access_record';

// Other sessions of this login: nobody else writes to the record.
const RUNNING = `select exists (select from pg_stat_activity
  where usename = current_user and datname = current_database() and pid <> pg_backend_pid() and xact_start <= $1::timestamptz) as running`;

/**
 * Up to which number the record is settled. A line can be committed after one with a higher number, so a number counts
 * only once every transaction that began before it was seen has ended. Numbers that are missing below it were rolled back.
 */
export class Horizon {
  private mark: Mark | undefined;

  constructor(private readonly client: Client) {}

  /** The settled number, or null while a transaction that could still commit a lower one runs. */
  async settled(sealedUpTo: number): Promise<number | null> {
    this.mark ??= await this.top();
    if (this.mark.top <= sealedUpTo) return this.passed();
    const { rows } = await this.client.query<{ running: boolean }>(RUNNING, [this.mark.at]);
    return rows[0]?.running === false ? this.passed() : null;
  }

  private passed(): number {
    const top = this.mark?.top ?? 0;
    this.mark = undefined;
    return top;
  }

  private async top(): Promise<Mark> {
    const { rows } = await this.client.query<Mark>(TOP);
    return rows[0] ?? { top: 0, at: '-infinity' };
  }
}
