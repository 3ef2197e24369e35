import { randomUUID } from 'node:crypto';
import { Subgraph } from '@qaf/graph';
import { machine, type Role, type Viewer } from '@qaf/identity';
import { testDatabase, type TestDatabase } from '@qaf/testing';
import { parse } from 'graphql';
import { seedWorkforce } from './seed/seed-workforce';
import { standingAsked } from './standing/standing-asked';
import { WORKFORCE } from './subgraph';

export const TODAY = new Date('2026-03-18T10:00:00Z');

/** A small authority: two services, three teams, and the people that a test names. */
export class Authority {
  readonly subgraph: Subgraph;
  readonly database: TestDatabase;
  readonly teams: Record<'north' | 'south' | 'hub', string> = { north: randomUUID(), south: randomUUID(), hub: randomUUID() };
  readonly services: Record<'assessment' | 'earlyHelp', string> = { assessment: randomUUID(), earlyHelp: randomUUID() };
  private people = 0;

  private constructor(subgraph: Subgraph, database: TestDatabase) {
    this.subgraph = subgraph;
    this.database = database;
  }

  static async open(): Promise<Authority> {
    const database = await testDatabase([WORKFORCE.store]);
    const subgraph = await Subgraph.open(WORKFORCE, { url: database.urls.workforce, poolSize: 2, now: () => TODAY });
    const authority = new Authority(subgraph, database);
    await subgraph.unit(machine('machine_import', 'fixtures'), 'fixtures').command(seedWorkforce);
    await authority.furnish();
    return authority;
  }

  async close(): Promise<void> {
    await this.subgraph.close();
    await this.database.drop();
  }

  /** Runs SQL as the machine that loads data. */
  async load(sql: string, params: unknown[] = []): Promise<void> {
    await this.subgraph.unit(machine('machine_import', 'fixtures'), 'fixtures').command((tx) => tx.query(sql, params));
  }

  /** A worker with a sign-in, in a team, under a manager, with roles. */
  async person(name: string, place: { team?: string; manager?: string; roles?: [Role, 'self' | 'team' | 'service' | 'authority', string?][]; from?: string } = {}): Promise<string> {
    const id = randomUUID();
    this.people += 1;
    const from = place.from ?? '2018-04-01';
    await this.load(`insert into worker (id, staff_number, display_name, job_title) values ($1, $2, $3, 'Social worker')`, [id, `W${this.people}`, name]);
    await this.load(`insert into employment (worker_id, fte_thousandths, agency_worker, started_on) values ($1, 1000, false, $2)`, [id, from]);
    await this.load(`insert into person (id, subject, email, display_name, kind, worker_id, active_from) values ($1, $2, $3, $4, 'STAFF', $1, $5)`, [
      id, `subject-${name}`, `${this.people}@example.org`, name, from,
    ]);
    if (place.team) await this.load(`insert into team_membership (worker_id, team_id, valid_from) values ($1, $2, $3)`, [id, place.team, from]);
    if (place.manager) await this.load(`insert into management_line (worker_id, manager_id, valid_from) values ($1, $2, $3)`, [id, place.manager, from]);
    for (const [role, scope, scopeId] of place.roles ?? []) {
      await this.load(`insert into role_assignment (person_id, role, scope, scope_id, valid_from) values ($1, $2, $3, $4, $5)`, [id, role, scope, scopeId ?? null, from]);
    }
    return id;
  }

  /** The viewer that a person is on the day of the test. */
  async viewer(name: string): Promise<Viewer> {
    const standing = await standingAsked(this.subgraph, `subject-${name}`, TODAY);
    if (!standing) throw new Error(`${name} has no standing.`);
    return { ...standing, requestId: `request-${name}`, purpose: null };
  }

  /** Asks the graph as somebody; answers data and errors. */
  async ask(viewer: Viewer, query: string, variables: Record<string, unknown> = {}): Promise<{ data: any; errors: readonly { message: string; extensions?: any }[] }> { // eslint-disable-line @typescript-eslint/no-explicit-any -- answers are as free as the questions
    const { data, errors } = await this.subgraph.execute({ document: parse(query), variables, operationName: undefined, viewer });
    return { data, errors: (errors ?? []) as never };
  }

  private async furnish(): Promise<void> {
    const { services, teams } = this;
    await this.load(
      `insert into service (id, code, name, kind, valid_from) values ($1, 'assessment', 'Assessment', 'social-care', '2015-04-01'), ($2, 'early-help', 'Early help', 'early-help', '2015-04-01')`,
      [services.assessment, services.earlyHelp],
    );
    await this.load(
      `insert into team (id, service_id, code, name, valid_from) values
       ($1, $4, 'north', 'Assessment North', '2015-04-01'), ($2, $4, 'south', 'Assessment South', '2015-04-01'), ($3, $5, 'hub', 'Family Hub', '2015-04-01')`,
      [teams.north, teams.south, teams.hub, services.assessment, services.earlyHelp],
    );
  }
}
