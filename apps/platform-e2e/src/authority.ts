import { randomUUID } from 'node:crypto';
import { insertRows, type SubgraphName } from '@qaf/database';
import { machine, type Role, type Scope } from '@qaf/identity';
import { type OpenGraph, seed } from '@qaf/platform';

export interface Person {
  id: string;
  subject: string;
  name: string;
}

const SINCE = '2018-04-01';

/** Who plays in the stories: name, role and reach, team, manager. The names say the part. */
const PARTS = {
  director: ['Dara Quay', 'director', 'authority', null, null],
  head: ['Hollis Reeve', 'head_of_service', 'service', null, 'director'],
  serviceManager: ['Sunniva Crane', 'service_manager', 'service', null, 'head'],
  northManager: ['Mira Northway', 'team_manager', 'team', 'north', 'serviceManager'],
  northWorker: ['Noor Applegarth', 'practitioner', 'self', 'north', 'northManager'],
  northColleague: ['Nell Fairbrook', 'practitioner', 'self', 'north', 'northManager'],
  southManager: ['Otto Southgate', 'team_manager', 'team', 'south', 'serviceManager'],
  southWorker: ['Sol Marchbank', 'practitioner', 'self', 'south', 'southManager'],
  principalIro: ['Ilse Wainfleet', 'principal_iro', 'authority', null, 'director'],
  iro: ['Ivo Larkrise', 'iro', 'authority', null, 'principalIro'],
  principalSocialWorker: ['Petra Holloway', 'principal_social_worker', 'authority', null, 'director'],
  quality: ['Quentin Ashlar', 'qpa_officer', 'authority', null, 'principalSocialWorker'],
  hr: ['Hera Linwood', 'hr_officer', 'authority', null, 'director'],
  administrator: ['Ada Locksley', 'administrator', 'authority', null, 'director'],
  governance: ['Gale Underhill', 'information_governance_officer', 'authority', null, 'director'],
  member: ['Edda Mossop', 'elected_member', 'authority', null, null],
  partner: ['Perran Sedge', 'partner_member', 'authority', null, null],
} as const satisfies Record<string, readonly [string, Role, Scope, 'north' | 'south' | null, string | null]>;

export type Cast = Record<keyof typeof PARTS, Person>;

export const TEAMS = { north: randomUUID(), south: randomUUID() };
export const SERVICE = randomUUID();

/** A small authority with one service, two teams and one person for each part. */
export async function openAuthority(graph: OpenGraph): Promise<Cast> {
  await seed(graph);
  const ids = Object.fromEntries(Object.keys(PARTS).map((part) => [part, randomUUID()])) as Record<keyof typeof PARTS, string>;
  const load = (name: SubgraphName, tables: Record<string, object[]>) =>
    graph.subgraphs[name].unit(machine('machine_import', 'stage'), 'stage').command(async (tx) => {
      for (const [table, rows] of Object.entries(tables)) await insertRows(tx, table, rows);
    });
  await load('workforce', workforceRows(ids));
  const places = staffOf(ids).map(({ id, team, manager }) => ({ worker_id: id, team_id: team, service_id: team ? SERVICE : null, manager_id: manager, left_on: null }));
  await load('casework', { worker_place: places.map((place) => ({ ...place, told_at: `${SINCE}T00:00:00Z` })) });
  await load('governance', { worker_place: places });
  return Object.fromEntries(Object.entries(PARTS).map(([part, [name]]) => [part, { id: ids[part as keyof Cast], subject: `stage:${part}`, name }])) as Cast;
}

interface Staff {
  id: string;
  part: string;
  name: string;
  team: string | null;
  manager: string | null;
}

function staffOf(ids: Record<string, string>): Staff[] {
  return Object.entries(PARTS)
    .filter(([part]) => part !== 'member' && part !== 'partner')
    .map(([part, [name, , , team, manager]]) => ({ id: ids[part] as string, part, name, team: team ? TEAMS[team] : null, manager: manager ? (ids[manager] as string) : null }));
}

function workforceRows(ids: Record<string, string>): Record<string, object[]> {
  const staff = staffOf(ids);
  const scopeOf = (scope: Scope, team: 'north' | 'south' | null) => (scope === 'team' && team ? TEAMS[team] : scope === 'service' ? SERVICE : null);
  return {
    service: [{ id: SERVICE, code: 'safeguarding', name: 'Safeguarding', kind: 'social-care', valid_from: SINCE }],
    team: (['north', 'south'] as const).map((team) => ({ id: TEAMS[team], service_id: SERVICE, code: team, name: team === 'north' ? 'Safeguarding North' : 'Safeguarding South', valid_from: SINCE })),
    worker: staff.map(({ id, part, name }) => ({ id, staff_number: part, display_name: name, job_title: part })),
    employment: staff.map(({ id }) => ({ id: randomUUID(), worker_id: id, fte_thousandths: 1000, agency_worker: false, started_on: SINCE })),
    person: Object.entries(PARTS).map(([part, [name]]) => {
      const worker = staff.find((one) => one.part === part);
      return { id: ids[part], subject: `stage:${part}`, email: `${part}@example.org`.toLowerCase(), display_name: name, kind: worker ? 'STAFF' : part === 'member' ? 'MEMBER' : 'PARTNER', worker_id: worker?.id ?? null, active_from: SINCE };
    }),
    role_assignment: Object.entries(PARTS).map(([part, [, role, scope, team]]) => ({ id: randomUUID(), person_id: ids[part], role, scope, scope_id: scopeOf(scope, team), valid_from: SINCE })),
    team_membership: staff.filter((one) => one.team).map(({ id, team }) => ({ id: randomUUID(), worker_id: id, team_id: team, valid_from: SINCE })),
    management_line: staff.filter((one) => one.manager).map(({ id, manager }) => ({ id: randomUUID(), worker_id: id, manager_id: manager, valid_from: SINCE })),
  };
}
