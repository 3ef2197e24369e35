import { randomUUID } from 'node:crypto';
import type { CommandTransaction } from '@qaf/database';
import { globalId, type GraphContext, Subgraph } from '@qaf/graph';
import { machine, nobody, type Role, type Viewer } from '@qaf/identity';
import { testDatabase, type TestDatabase } from '@qaf/testing';
import { execute, parse } from 'graphql';
import { Client } from 'pg';
import { seedChildJourneyTool } from './audit-tool/child-journey.seed';
import { CASEWORK } from './subgraph';

export const TODAY = '2026-03-18';

/** Answers are as free as the questions. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = { data: any; errors: readonly { message: string; extensions?: any; path?: unknown }[] };

/** Somebody who asks: a worker of their own, and what they stand over. */
export function viewer(role: Role, more: Partial<Viewer> = {}): Viewer {
  const id = more.workerId ?? randomUUID();
  return { ...nobody(`request-${role}`), personId: id, workerId: id, displayName: role, grants: [{ role, scope: 'self', scopeId: null }], ...more };
}

/** Two teams of one service, the people around a child, and one of each role that sees beyond. */
export class Casework {
  readonly north = randomUUID();
  readonly south = randomUUID();
  readonly service = randomUUID();
  readonly worker = viewer('practitioner', { ownTeams: [this.north] });
  readonly colleague = viewer('practitioner', { ownTeams: [this.north] });
  readonly manager = viewer('team_manager', { teams: [this.north], workers: [this.worker.personId, this.colleague.personId] });
  readonly senior = viewer('senior_social_worker', { teams: [this.north], ownTeams: [this.north] });
  readonly iro = viewer('iro');
  readonly principalIro = viewer('principal_iro', { workers: [this.iro.personId] });
  readonly southWorker = viewer('practitioner', { ownTeams: [this.south] });
  readonly southManager = viewer('team_manager', { teams: [this.south], workers: [this.southWorker.personId] });
  readonly head = viewer('head_of_service', { teams: [this.north, this.south], services: [this.service], workers: [this.manager.personId, this.southManager.personId, this.worker.personId] });
  readonly psw = viewer('principal_social_worker');
  readonly qpa = viewer('qpa_officer');
  readonly machine = machine('machine_import', 'fixtures');
  now = new Date(`${TODAY}T10:00:00Z`);
  private children = 0;

  private constructor(
    readonly subgraph: Subgraph,
    readonly database: TestDatabase,
  ) {}

  static async open(): Promise<Casework> {
    const database = await testDatabase([CASEWORK.store]);
    const clock: { now: () => Date } = { now: () => new Date(`${TODAY}T10:00:00Z`) };
    const subgraph = await Subgraph.open(CASEWORK, { url: database.urls.casework, poolSize: 2, now: () => clock.now() });
    const casework = new Casework(subgraph, database);
    clock.now = () => casework.now;
    await casework.as(casework.machine, seedChildJourneyTool);
    await casework.people();
    return casework;
  }

  async close(): Promise<void> {
    await this.subgraph.close();
    await this.database.drop();
  }

  /** Asks the graph as somebody. */
  async ask(who: Viewer, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const { data, errors } = await this.subgraph.execute({ document: parse(query), variables, operationName: undefined, viewer: who });
    return { data, errors: errors ?? [] };
  }

  /** Runs a change as somebody, with the application's login. */
  async as<T>(who: Viewer, work: (tx: CommandTransaction) => Promise<T>): Promise<T> {
    return this.subgraph.unit(who, 'fixtures').command(work);
  }

  async sql<Row>(who: Viewer, sql: string, params: unknown[] = []): Promise<Row[]> {
    return this.as(who, (tx) => tx.query<Row>(sql, params));
  }

  /** How many statements a question costs, without transaction control and the access record. */
  async statementsOf(who: Viewer, query: string): Promise<number> {
    const unit = this.subgraph.unit(who, 'statements');
    const contextValue: GraphContext = { viewer: who, unit, now: this.now, published: () => undefined };
    const { errors } = await execute({ schema: this.subgraph.schema, document: parse(query), contextValue });
    await unit.end();
    if (errors) throw new Error(errors.map((error) => error.message).join('; '));
    return unit.statements;
  }

  /** Runs SQL behind the application's back. */
  async behind<Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.database.adminUrl });
    await client.connect();
    try {
      return (await client.query<Row>(sql, params)).rows;
    } finally {
      await client.end();
    }
  }

  /** A child of the worker in the north, unless said otherwise; `locked` for the workers named. Answers its UUID. */
  async child(more: { worker?: string | null; team?: string | null; iro?: string | null; locked?: string[] } = {}): Promise<string> {
    this.children += 1;
    const { worker = this.worker.personId, team = this.north, iro = this.iro.personId, locked } = more;
    const [row] = await this.sql<{ id: string }>(
      this.machine,
      `insert into child (case_reference, birth_year, birth_month, gender, ethnicity, worker_id, team_id, iro_id) values ($1, 2014, 5, 'F', 'WBRI', $2, $3, $4) returning id`,
      [`C${String(this.children).padStart(4, '0')}`, worker, team, iro],
    );
    if (locked) await this.sql(this.machine, `insert into child_lock (child_id, locked, worker_ids, told_at) values ($1, true, $2::uuid[], now())`, [row?.id, locked]);
    return row?.id as string;
  }

  /** Something that happened elsewhere. */
  async told(type: string, data: Record<string, unknown>, occurredAt = this.now.toISOString(), id: string = randomUUID()): Promise<void> {
    await this.subgraph.handle({ id, type, subject: 'x:1', occurredAt, data });
  }

  private async people(): Promise<void> {
    const place = (who: Viewer, teamId: string | null, manager: Viewer | null) =>
      this.told('workforce.worker.moved.v1', { workerId: who.personId, teamId, serviceId: this.service, managerId: manager?.personId ?? null, validFrom: '2020-01-01' }, '2020-01-01T00:00:00Z');
    for (const who of [this.worker, this.colleague, this.senior]) await place(who, this.north, this.manager);
    await place(this.southWorker, this.south, this.southManager);
    for (const who of [this.manager, this.southManager]) await place(who, null, this.head);
    await place(this.iro, null, this.principalIro);
    for (const who of [this.head, this.principalIro, this.psw, this.qpa]) await place(who, null, null);
  }
}

/** The id that the graph shows. */
export function shown(type: string, uuid: string): string {
  return globalId(type, uuid);
}
