import { randomUUID } from 'node:crypto';
import type { Unit } from '@qaf/database';
import { type FileKeeper, testStringScanner } from '@qaf/files';
import { globalId, Subgraph } from '@qaf/graph';
import { machine, nobody, type Role, type Viewer } from '@qaf/identity';
import type { DomainEvent } from '@qaf/record';
import { testDatabase, type TestDatabase } from '@qaf/testing';
import { execute, parse } from 'graphql';
import { Client } from 'pg';
import { evidenceDesk } from './evidence-file/evidence-desk';
import { keepEvidenceSecret } from './evidence-file/evidence-links';
import { seedGovernance } from './seed/seed';
import { GOVERNANCE } from './subgraph';

// Two cores share their time with every other test file.
jest.setTimeout(30_000);

/** A Wednesday in June; the working days around it have no holiday. */
export const TODAY = new Date('2019-06-12T09:00:00Z');

export const NORTH = randomUUID();
export const SOUTH = randomUUID();
export const ASSESSMENT = randomUUID();

type Name = 'pavel' | 'mira' | 'hana' | 'otto' | 'petra' | 'quinn' | 'ada' | 'carys' | 'lee' | 'sasha';

/** A small authority. North: Pavel, under Mira. South: Petra, under Otto. Hana heads the service; Quinn is QPA; Ada audits; Carys is the Chief Executive. */
export const WORKERS = Object.fromEntries(['pavel', 'mira', 'hana', 'otto', 'petra', 'quinn', 'ada', 'carys', 'lee', 'sasha'].map((name) => [name, randomUUID()])) as Record<Name, string>;

function person(name: Name, role: Role, more: Partial<Viewer> = {}): Viewer {
  const id = WORKERS[name];
  return { ...nobody(`request-${name}`), personId: id, workerId: id, displayName: name, grants: [{ role, scope: 'self', scopeId: null }], ...more };
}

const { pavel, mira, otto, petra } = WORKERS;

export const VIEWERS: Record<Name, Viewer> = {
  pavel: person('pavel', 'practitioner', { ownTeams: [NORTH] }),
  mira: person('mira', 'team_manager', { teams: [NORTH], ownTeams: [NORTH], workers: [pavel] }),
  hana: person('hana', 'head_of_service', { teams: [NORTH, SOUTH], services: [ASSESSMENT], workers: [mira, pavel, otto, petra] }),
  otto: person('otto', 'team_manager', { teams: [SOUTH], ownTeams: [SOUTH], workers: [petra] }),
  petra: person('petra', 'practitioner', { ownTeams: [SOUTH] }),
  quinn: person('quinn', 'qpa_officer'),
  ada: person('ada', 'senior_social_worker'),
  carys: person('carys', 'chief_executive'),
  lee: person('lee', 'lead_member', { workerId: null }),
  sasha: person('sasha', 'practitioner'),
};

// Answers are as free as the questions.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface Answer { data: any; errors: { message: string; path?: unknown[]; extensions?: { code?: string } }[] }

/** Governance on a database of its own, with what the framework gives and who works where. */
export class Governance {
  readonly subgraph: Subgraph;
  readonly database: TestDatabase;
  private readonly admin: Client;

  private constructor(subgraph: Subgraph, database: TestDatabase, admin: Client) {
    this.subgraph = subgraph;
    this.database = database;
    this.admin = admin;
  }

  static async open(): Promise<Governance> {
    keepEvidenceSecret('a secret for the links of these stories');
    const database = await testDatabase([GOVERNANCE.store]);
    const subgraph = await Subgraph.open(GOVERNANCE, { url: database.urls.governance, poolSize: 2, now: () => TODAY });
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query('set search_path to governance');
    const governance = new Governance(subgraph, database, admin);
    await governance.furnish();
    return governance;
  }

  async close(): Promise<void> {
    await this.subgraph.close();
    await this.admin.end();
    await this.database.drop();
  }

  async ask(viewer: Viewer, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const { data, errors } = await this.subgraph.execute({ document: parse(query), variables, operationName: undefined, viewer });
    return { data, errors: (errors ?? []) as Answer['errors'] };
  }

  /** Asks, and tells how many statements it took. */
  async counted(viewer: Viewer, query: string, variables: Record<string, unknown> = {}): Promise<{ data: Answer['data']; statements: number }> {
    const unit = this.unit(viewer);
    const contextValue = { viewer, unit, now: TODAY, published: () => undefined };
    const { data, errors } = await execute({ schema: this.subgraph.schema, document: parse(query), contextValue, variableValues: variables });
    await unit.end();
    if (errors) throw errors[0];
    return { data, statements: unit.statements };
  }

  unit(viewer: Viewer): Unit {
    return this.subgraph.unit(viewer, 'test');
  }

  async hear(type: string, data: object, id: string = randomUUID()): Promise<string> {
    const event: DomainEvent = { id, type, subject: `test:${id}`, occurredAt: TODAY.toISOString(), data: data as Record<string, unknown> };
    await this.subgraph.handle(event);
    return id;
  }

  /** The desk for files, at a moment. */
  desk(now: Date = TODAY): FileKeeper {
    return evidenceDesk({ unit: (viewer, action) => this.subgraph.unit(viewer, action), scanner: testStringScanner, now: () => now });
  }

  /** Hands a file of words in; answers the upload's id as the gateway would. */
  async upload(viewer: Viewer, words: string = randomUUID()): Promise<string> {
    const { id } = await this.desk().receive(viewer, { name: 'plan.txt', content: Buffer.from(words) });
    return globalId('FileUpload', id);
  }

  /** Rows as the database holds them, whoever may see them. */
  async rows<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await this.admin.query(sql, params)).rows as Row[];
  }

  /** SQL as the application's own login, as somebody or nobody. */
  async asLogin(viewer: Viewer, sql: string, params: unknown[] = []): Promise<unknown[]> {
    const unit = this.unit(viewer);
    try {
      return await unit.query(sql, params);
    } finally {
      await unit.abandon();
    }
  }

  private async furnish(): Promise<void> {
    await this.unit(machine('machine_import', 'fixtures')).command(seedGovernance);
    const place = (worker: Name, teamId: string | null, manager: Name | null) =>
      this.hear('workforce.worker.moved.v1', { workerId: WORKERS[worker], teamId, serviceId: teamId ? ASSESSMENT : null, managerId: manager ? WORKERS[manager] : null, validFrom: '2018-04-01' });
    await place('pavel', NORTH, 'mira');
    await place('mira', NORTH, 'hana');
    await place('petra', SOUTH, 'otto');
    await place('otto', SOUTH, 'hana');
    for (const name of ['hana', 'quinn', 'ada', 'sasha'] as const) await place(name, null, null);
  }
}

export function worker(name: Name): string {
  return globalId('Worker', WORKERS[name]);
}

/** A submitted audit of a child of North's, worked with by Pavel, audited by Ada, unless it is said otherwise. */
export function anAudit(more: object = {}) {
  return { auditId: randomUUID(), childId: randomUUID(), workerId: WORKERS.pavel, teamId: NORTH, auditorId: WORKERS.ada, grade: 'INADEQUATE', submittedOn: '2019-06-10', ...more };
}

/** The input of an action that Mira opens for Pavel, unless it is said otherwise. */
export function anAction(more: object = {}) {
  return { idempotencyKey: randomUUID(), title: 'Bring the plan up to date', sourceKind: 'MEETING', ownerId: worker('pavel'), dueOn: '2019-07-01', ...more };
}

const FIELDS = '__typename ... on Problem { code message path }';

/** A mutation that answers the action, or the problem. */
export function mutation(name: string): string {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  return `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${FIELDS} ... on ${type}Success { action {
    id title state version dueOn doneOn verifiedOn cancelledOn escalationLevel evidence outcome owner { id } deputy { id } verifier { id } steps { kind note by { id } } } } } }`;
}
