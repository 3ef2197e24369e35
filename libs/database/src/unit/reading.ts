import type { Viewer } from '@qaf/identity';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { strippedFailure } from './failure';
import { rowTypes } from './row-types';
import { forgetStatements, send, statementName } from './statements';
import { readingStatement } from './viewer-settings';

/** Writes the record of what was read; its first statement must be sent before it waits for anything. */
export type WriteRecord = (query: (sql: string, params?: unknown[]) => Promise<unknown>) => Promise<void>;

/** When a statement is planned: once for any value, or each time for the values given. */
export type Planned = 'once' | 'each';

/**
 * One read transaction on one connection, opened by its first statement. Nothing waits for the answer before it: the viewer
 * and the first reads go out together, and so do the record and the commit. Nothing is given out unless the viewer was set.
 */
export class Reading {
  private readonly client: Promise<PoolClient>;
  private opening: Promise<unknown> = Promise.resolve();

  constructor(pool: Pool, viewer: Viewer) {
    this.client = this.open(pool, viewer);
    // Whoever asks hears it; a reading that nobody asks any more must not end the process.
    this.client.catch(unheard);
  }

  /** Rows as SQL gives them: dates as 'YYYY-MM-DD', timestamps as Date, bigint as number. */
  async query<Row>(sql: string, params: unknown[], planned: Planned): Promise<Row[]> {
    try {
      const client = await this.client;
      const asked = planned === 'once' ? this.ask(client, sql, params) : this.askByItself(client, sql, params);
      const [, { rows }] = await Promise.all([this.opening, asked]);
      return rows as Row[];
    } catch (error) {
      throw strippedFailure(error);
    }
  }

  /** Puts what was read on record and ends the transaction. When it throws, what was read must not be given out. */
  async end(writeRecord: WriteRecord | null): Promise<void> {
    const client = await this.client;
    let broken: Error | undefined;
    try {
      await this.opening;
      await this.closeWith(client, writeRecord);
    } catch (error) {
      broken = error as Error;
      throw strippedFailure(error);
    } finally {
      client.release(broken);
    }
  }

  /** Ends without a record, for a fetch that gives nothing out. */
  async abandon(): Promise<void> {
    const client = await this.client.catch(() => undefined);
    if (!client) return;
    await client.query('rollback').then(() => client.release(), (error: Error) => client.release(error));
  }

  private async open(pool: Pool, viewer: Viewer): Promise<PoolClient> {
    try {
      const client = await pool.connect();
      forgetStatements(client);
      this.opening = send(client, { text: readingStatement(viewer) });
      this.opening.catch(unheard);
      return client;
    } catch (error) {
      throw strippedFailure(error);
    }
  }

  private ask(client: PoolClient, sql: string, params: unknown[]): Promise<QueryResult> {
    const name = statementName(sql);
    return send(client, { text: sql, values: params, types: rowTypes, ...(name && { name }) });
  }

  /** Planned for these values, in the same write; what comes after is planned as before. */
  private async askByItself(client: PoolClient, sql: string, params: unknown[]): Promise<QueryResult> {
    const [, answer] = await Promise.all([
      send(client, { text: `set local plan_cache_mode = 'auto'` }),
      send(client, { text: sql, values: params, types: rowTypes }),
      send(client, { text: `set local plan_cache_mode = 'force_generic_plan'` }),
    ]);
    return answer;
  }

  private async closeWith(client: PoolClient, writeRecord: WriteRecord | null): Promise<void> {
    let sent = writeRecord === null;
    const written = writeRecord?.((sql, params = []) => {
      sent = true;
      return this.ask(client, sql, params);
    });
    // Behind the record in any case: a commit before it would leave it out.
    if (!sent) await written;
    await Promise.all([written, send(client, { text: 'commit' })]);
  }
}

const unheard = (): void => undefined;
