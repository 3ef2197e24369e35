import type { Viewer } from '@qaf/identity';
import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import type { Pool } from 'pg';
import type { AccessEntry } from './access';
import { Accesses } from './access';
import { DatabaseFailure, strippedFailure } from './failure';
import type { LoaderDefinition } from './loader';
import { type Planned, Reading } from './reading';
import { openingStatement } from './viewer-settings';

/** What a command may do: SQL and TypeORM in one transaction, and access entries of its own. */
export interface CommandTransaction {
  readonly manager: EntityManager;
  readonly viewer: Viewer;
  query<Row>(sql: string, params?: unknown[]): Promise<Row[]>;
  changed(entity: string, ids: string[], action: string): void;
}

export type WriteAccess = (tx: { query(sql: string, params?: unknown[]): Promise<unknown> }, entries: AccessEntry[]) => Promise<void>;

export interface UnitOptions {
  dataSource: DataSource;
  viewer: Viewer;
  /** The root fields asked, for the access record. */
  action: string;
  writeAccess: WriteAccess;
  /** The types about whose things a refusal goes on record. */
  refusalTypes?: readonly string[];
}

/**
 * One fetch of a query plan: one read transaction, opened by the first read, with the viewer set before any row is seen.
 * Loaders live and end with it. A command runs in a transaction of its own; reads after it see what it committed.
 */
export class Unit {
  readonly viewer: Viewer;
  readonly refusalTypes: readonly string[];
  /** Statements sent, without transaction control and the access record. */
  statements = 0;
  private readonly options: UnitOptions;
  private readonly accesses: Accesses;
  private reading: Reading | undefined;
  private closed = false;
  private loaders = new Map<LoaderDefinition<never, unknown>, DataLoader<unknown, unknown>>();

  constructor(options: UnitOptions) {
    this.options = options;
    this.viewer = options.viewer;
    this.refusalTypes = options.refusalTypes ?? [];
    this.accesses = new Accesses(options.action);
  }

  /**
   * Rows as SQL gives them: dates as 'YYYY-MM-DD', timestamps as Date, bigint as number. A statement is planned once, for any
   * value; `each` plans it for the values at hand, for a statement whose best way depends on them, as a measure's does.
   */
  async query<Row>(sql: string, params: unknown[] = [], planned: Planned = 'once'): Promise<Row[]> {
    if (this.closed) throw new UnitClosed();
    this.reading ??= this.read();
    this.statements += 1;
    return this.reading.query<Row>(sql, params, planned);
  }

  async load<K, V>(definition: LoaderDefinition<K, V>, key: K): Promise<V> {
    return this.loaderOf(definition).load(key);
  }

  async loadMany<K, V>(definition: LoaderDefinition<K, V>, keys: readonly K[]): Promise<V[]> {
    return Promise.all(keys.map((key) => this.load(definition, key)));
  }

  /** Puts rows that the viewer is given on the access record, written with the transaction's end. */
  sawAll(entity: string, rows: readonly { id: string }[]): void {
    this.accesses.add('READ', entity, rows.map((row) => row.id));
  }

  /** Puts one row that is given out on record; the graph calls it for every field of a personal type. */
  saw(entity: string, id: string): void {
    this.accesses.saw(entity, id);
  }

  /** Puts on record that the viewer was refused something about these rows: the act and a code, no content. Written with the fetch's end. */
  refused(entity: string, ids: readonly string[], action: string, outcome: string): void {
    this.accesses.add('REFUSED', entity, ids, action, outcome);
  }

  /** Runs one change in a transaction of its own. Whatever it throws, nothing of it stays. */
  async command<T>(work: (tx: CommandTransaction) => Promise<T>): Promise<T> {
    await this.end();
    const runner = this.options.dataSource.createQueryRunner();
    const accesses = new Accesses(this.options.action);
    try {
      await runner.connect();
      await runner.startTransaction();
      await runner.query(openingStatement(this.viewer).replace(/^begin; /, ''));
      const result = await work(this.transaction(runner.manager, accesses));
      await this.record(accesses, (sql, params) => runner.query(sql, params));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A connection that breaks is let go of at once, and what is asked of it then fails with words of TypeORM's.
      if (runner.isReleased) throw new DatabaseFailure('08006');
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw strippedFailure(error);
    } finally {
      await runner.release();
    }
  }

  /** Writes the access record and ends the read transaction. When the record cannot be written it throws, and what was read must not be given out. */
  async end(): Promise<void> {
    if (!this.reading && !this.accesses.any) return;
    const reading = (this.reading ??= this.read());
    this.reading = undefined;
    this.loaders = new Map();
    const entries = this.accesses.take();
    await reading.end(entries.length > 0 ? (query) => this.options.writeAccess({ query }, entries) : null);
  }

  /** Ends for good: what still runs for an answer that is given already finds nothing more to read, and leaves no transaction open. */
  async close(): Promise<void> {
    this.closed = true;
    await this.end();
  }

  /** Ends for good and without a record; for a fetch that gives nothing out. */
  async abandon(): Promise<void> {
    this.closed = true;
    const { reading } = this;
    this.reading = undefined;
    await reading?.abandon();
  }

  private read(): Reading {
    const { master } = this.options.dataSource.driver as unknown as { master: Pool };
    return new Reading(master, this.viewer);
  }

  private loaderOf<K, V>(definition: LoaderDefinition<K, V>): DataLoader<K, V> {
    const key = definition as unknown as LoaderDefinition<never, unknown>;
    let loader = this.loaders.get(key);
    if (!loader) {
      loader = new DataLoader<unknown, unknown>((keys) => definition.batch(this, keys as K[]), { maxBatchSize: 1000 });
      this.loaders.set(key, loader);
    }
    return loader as unknown as DataLoader<K, V>;
  }

  private transaction(manager: EntityManager, accesses: Accesses): CommandTransaction {
    return {
      manager,
      viewer: this.viewer,
      query: async <Row>(sql: string, params: unknown[] = []) => {
        this.statements += 1;
        return (await manager.query(sql, params)) as Row[];
      },
      changed: (entity, ids, action) => accesses.add('CHANGE', entity, ids, action),
    };
  }

  private async record(accesses: Accesses, query: (sql: string, params?: unknown[]) => Promise<unknown>): Promise<void> {
    const entries = accesses.take();
    if (entries.length > 0) await this.options.writeAccess({ query }, entries);
  }
}

/** Read after the fetch's answer was given. */
export class UnitClosed extends Error {
  override readonly name = 'UnitClosed';
}
