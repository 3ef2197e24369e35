import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import type { Viewer } from '@qaf/identity';
import { type Casework, viewer } from '../casework.fixtures';

const SAMPLE = `sample { id method seed generator frameSize frameDigest drawnCount drawnOn strata { team { id } planType eligible wanted drawn } replay { agrees frameDigest }
  cases(first: 100, wholeFrame: true) { totalCount edges { node { place planType excludedBecause child { id } team { id } audit { id dueOn period auditor { id } } } } } }`;

/** What the graph answers about a sample. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answered = any;

/** Draws samples and gives them out, as somebody. */
export class Sampling {
  constructor(private readonly casework: Casework) {}

  async send(who: Viewer, command: string, input: object): Promise<Answered> {
    const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}`;
    const counts = command === 'allocateSample' ? 'allocated leftOver' : '';
    const query = `mutation M($input: ${type}Input!) { ${command}(input: $input) { __typename ... on ${type}Success { ${counts} ${SAMPLE} } ... on Problem { code message path } } }`;
    const { data, errors } = await this.casework.ask(who, query, { input: { idempotencyKey: randomUUID(), ...input } });
    if (errors.length > 0) throw new Error(errors.map((error) => error.extensions?.code ?? error.message).join());
    return data[command];
  }

  /** Draws from the whole authority unless said otherwise; answers the sample, or the problem. */
  async draw(who: Viewer, auditors: Viewer[], more: object = {}): Promise<Answered> {
    const auditorIds = auditors.map((one) => globalId('Worker', one.personId));
    const result = await this.send(who, 'drawSample', { title: 'Monthly', toolCode: 'child-journey', method: 'WHOLE', auditorIds, seed: 7, ...more });
    return result.sample ? { ...result.sample, cases: result.sample.cases.edges.map(({ node }: { node: object }) => node) } : result;
  }

  /** The sample as somebody sees it now. */
  async read(who: Viewer, id: string): Promise<Answered> {
    const { data, errors } = await this.casework.ask(who, `query Q($id: ID!) { sample(id: $id) { id replay { agrees frameDigest } cases(first: 100) { totalCount edges { node { place child { id } audit { id } } } } } }`, { id });
    if (errors.length > 0) throw new Error(errors.map((error) => error.extensions?.code ?? error.message).join());
    return data.sample;
  }

  /** A child with an open episode of a kind, of a worker and team. Answers its UUID. */
  async child(kind: string, more: Parameters<Casework['child']>[0] = {}): Promise<string> {
    const child = await this.casework.child(more);
    await this.episode(child, kind, '2025-06-01');
    return child;
  }

  async episode(child: string, kind: string, from: string, to: string | null = null): Promise<void> {
    await this.casework.sql(this.casework.machine, `insert into episode (child_id, kind, source, source_key, started_on, ended_on) values ($1, $2, 'test', $3, $4, $5)`, [child, kind, randomUUID(), from, to]);
  }

  /** Somebody who works here; nobody’s manager unless named as such for a worker. */
  async somebody(role: Parameters<typeof viewer>[0] = 'team_manager', more: Partial<Viewer> = {}): Promise<Viewer> {
    const who = viewer(role, more);
    await this.place(who, null);
    return who;
  }

  async place(who: Viewer, manager: Viewer | null): Promise<void> {
    await this.casework.told('workforce.worker.moved.v1', { workerId: who.personId, teamId: this.casework.north, serviceId: this.casework.service, managerId: manager?.personId ?? null }, '2020-01-02T00:00:00Z');
  }
}
