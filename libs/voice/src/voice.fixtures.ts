import { randomUUID } from 'node:crypto';
import { globalId, Subgraph, type SubgraphAnswer } from '@qaf/graph';
import { machine, nobody, type Role, type Scope, type Viewer } from '@qaf/identity';
import { testDatabase, type TestDatabase } from '@qaf/testing';
import { parse } from 'graphql';
import { Client } from 'pg';
import { keepVoiceSecret } from './answer/link-keys';
import { seedVoice } from './seed/seed-voice';
import { VOICE } from './subgraph';

// A database is made and migrated before the first story; on a busy machine that takes a while.
jest.setTimeout(60_000);

export const NORTH = '10000000-0000-4000-8000-000000000001';
export const SOUTH = '10000000-0000-4000-8000-000000000002';
const WREN = '20000000-0000-4000-8000-000000000001';
const IRIS = '20000000-0000-4000-8000-000000000002';
const ODD = '20000000-0000-4000-8000-000000000003';

/** A child of team north, with Wren as worker and Iris as reviewing officer. */
export const ASH = '30000000-0000-4000-8000-000000000001';
/** A child of team south, with Odd as worker. */
export const ELM = '30000000-0000-4000-8000-000000000002';

function person(id: string, role: Role, scope: Scope = 'self', more: Partial<Viewer> = {}): Viewer {
  return { ...nobody('r-1'), personId: id, workerId: id, displayName: role, grants: [{ role, scope, scopeId: null }], ...more };
}

/** People of the stories, as the gateway would hand them on. */
export const PEOPLE = {
  wren: person(WREN, 'practitioner', 'self', { ownTeams: [NORTH] }),
  odd: person(ODD, 'practitioner', 'self', { ownTeams: [SOUTH] }),
  iris: person(IRIS, 'iro'),
  northManager: person('20000000-0000-4000-8000-000000000011', 'team_manager', 'team', { teams: [NORTH], workers: [WREN] }),
  northSenior: person('20000000-0000-4000-8000-000000000012', 'senior_social_worker', 'team', { teams: [NORTH] }),
  southManager: person('20000000-0000-4000-8000-000000000013', 'team_manager', 'team', { teams: [SOUTH], workers: [ODD] }),
  headOfService: person('20000000-0000-4000-8000-000000000014', 'head_of_service', 'service', { teams: [NORTH, SOUTH], workers: [WREN, ODD] }),
  principalIro: person('20000000-0000-4000-8000-000000000015', 'principal_iro', 'authority'),
  psw: person('20000000-0000-4000-8000-000000000016', 'principal_social_worker', 'authority'),
  qpa: person('20000000-0000-4000-8000-000000000017', 'qpa_officer', 'authority'),
  moderator: person('20000000-0000-4000-8000-000000000021', 'survey_moderator', 'authority'),
  compass: person('20000000-0000-4000-8000-000000000022', 'compass_service_manager', 'service'),
  impact: { ...person('20000000-0000-4000-8000-000000000023', 'impact_member', 'authority'), workerId: null },
  hr: person('20000000-0000-4000-8000-000000000018', 'hr_officer', 'authority'),
  member: { ...person('20000000-0000-4000-8000-000000000019', 'elected_member', 'authority'), workerId: null },
  nobody: nobody('r-0'),
  events: machine('machine_event', 'r-2'),
  imports: machine('machine_import', 'r-3'),
} satisfies Record<string, Viewer>;

export const NOW = new Date('2018-11-05T10:00:00Z');

export interface World {
  database: TestDatabase;
  voice: Subgraph;
  admin: Client;
  close(): Promise<void>;
}

/** A voice subgraph with its questionnaires and two children, asked as people. */
export async function openWorld(): Promise<World> {
  keepVoiceSecret('a secret for the stories of the voice subgraph');
  const database = await testDatabase([VOICE.store]);
  const voice = await Subgraph.open(VOICE, { url: database.urls.voice, poolSize: 2, now: () => NOW });
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  await voice.unit(PEOPLE.imports, 'seed').command((tx) => seedVoice(tx));
  await tell(voice, 'casework.children.changed.v1', { children: [placed(ASH, WREN, NORTH, IRIS), placed(ELM, ODD, SOUTH, null)] });
  return {
    database, voice, admin,
    close: async () => {
      await voice.close();
      await admin.end();
      await database.drop();
    },
  };
}

export function placed(childId: string, workerId: string | null, teamId: string | null, iroId: string | null): object {
  return { childId, workerId, teamId, iroId };
}

/** Delivers an event; answers its id. */
export async function tell(voice: Subgraph, type: string, data: object, { id = randomUUID() as string, at = '2018-11-01T09:00:00.000Z' } = {}): Promise<string> {
  await voice.handle({ id, type, subject: 'test:1', occurredAt: at, data: data as Record<string, unknown> });
  return id;
}

/** What a person is answered, errors and all. */
export async function ask(voice: Subgraph, viewer: Viewer, query: string, variables: Record<string, unknown> = {}): Promise<SubgraphAnswer> {
  return voice.execute({ document: parse(query), variables, operationName: undefined, viewer });
}

/** The data that a person is answered; any error fails the story. */
export async function answerOf<T = Record<string, Record<string, unknown> | null>>(voice: Subgraph, viewer: Viewer, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const answer = await ask(voice, viewer, query, variables);
  if (answer.errors) throw new Error(answer.errors.map((error) => error.message).join('; '));
  return JSON.parse(JSON.stringify(answer.data)) as T;
}

/** A child as another part of the graph refers to it. */
export function refOf(childId: string): object {
  return { __typename: 'Child', ref: globalId('Child', childId) };
}

/** A change as a person sends it, with a key of its own unless one is given; answers the member of the result’s union. */
export async function change(voice: Subgraph, viewer: Viewer, mutation: string, input: object): Promise<Record<string, unknown>> {
  const answer = await answerOf<Record<string, Record<string, unknown>>>(voice, viewer, mutation, { input: { idempotencyKey: newKey(), ...input } });
  return Object.values(answer)[0] ?? {};
}

export function newKey(): string {
  return randomUUID();
}

/** A plan ends; answers the invitation of the child (or of the parents), with id and version. */
export async function planEnded(voice: Subgraph, childId = ASH, audience = 'CHILD'): Promise<{ id: string; version: number }> {
  const event = await tell(voice, 'casework.cp-plan.ended.v1', { episodeId: randomUUID(), childId, endedOn: '2018-10-31', workerId: null, teamId: null });
  const rows = await voice.unit(PEOPLE.qpa, 'test').command((tx) => tx.query<{ id: string; version: number }>('select id, version from invitation where source_event = $1 and audience = $2', [event, audience]));
  return { id: globalId('Invitation', rows[0]?.id ?? ''), version: rows[0]?.version ?? 0 };
}
