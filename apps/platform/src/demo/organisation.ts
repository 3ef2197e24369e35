import { addDays } from '@qaf/calendar';
import type { Role, Scope } from '@qaf/identity';
import { madeUpName } from './names';
import type { Random } from './random';

export interface DemoWorker {
  id: string;
  staffNumber: string;
  name: string;
  jobTitle: string;
  teamId: string | null;
  serviceId: string | null;
  managerId: string | null;
  startedOn: string;
  leftOn: string | null;
  fte: number;
  agency: boolean;
  roles: { role: Role; scope: Scope; scopeId: string | null }[];
}

export interface DemoTeam {
  id: string;
  serviceId: string;
  code: string;
  name: string;
  manager: DemoWorker;
  practitioners: DemoWorker[];
}

export interface DemoService {
  id: string;
  code: string;
  name: string;
  kind: string;
  teams: DemoTeam[];
}

export interface DemoOrganisation {
  services: DemoService[];
  workers: DemoWorker[];
  iros: DemoWorker[];
  qualityId: string;
  outsiders: { id: string; name: string; kind: 'MEMBER' | 'PARTNER'; role: Role; scope: Scope }[];
}

/** Code, name, kind, teams, social workers a team, role of its service's manager. */
const SERVICES: [string, string, string, number, number, Role][] = [
  ['front-door', 'Compass front door', 'front-door', 3, 8, 'compass_service_manager'],
  ['assessment', 'Assessment', 'social-care', 8, 9, 'service_manager'],
  ['case-management', 'Case management', 'social-care', 10, 9, 'service_manager'],
  ['looked-after', 'Looked after children', 'social-care', 8, 8, 'service_manager'],
  ['leaving-care', 'Leaving care', 'social-care', 4, 8, 'service_manager'],
  ['disability', 'Disabled children', 'social-care', 3, 8, 'service_manager'],
  ['early-help', 'Early help', 'early-help', 12, 10, 'early_help_service_manager'],
];

const AREAS = ['North', 'South', 'East', 'West', 'Central', 'Riverside', 'Hillside', 'Market', 'Canal', 'Forest', 'Station', 'Harbour'];

/** The people of a made-up authority: about 600 workers for each `scale`, with teams, roles and lines of management. */
export function makeOrganisation(random: Random, scale: number, asOf: string): DemoOrganisation {
  const maker = new Maker(random, asOf);
  const director = maker.worker('Director of Children’s Services', null, [['director', 'authority', null]]);
  maker.worker('Chief Executive', null, [['chief_executive', 'authority', null]]);
  const services = SERVICES.map((row) => maker.service(row, director, scale));
  const { iros, qualityId } = maker.review(director, scale);
  maker.support(director);
  return { services, workers: maker.workers, iros, qualityId, outsiders: outsiders(random) };
}

class Maker {
  readonly workers: DemoWorker[] = [];
  private readonly random: Random;
  private readonly asOf: string;

  constructor(random: Random, asOf: string) {
    this.random = random;
    this.asOf = asOf;
  }

  worker(jobTitle: string, manager: DemoWorker | null, roles: [Role, Scope, string | null][], place: { teamId: string | null; serviceId: string | null } = { teamId: null, serviceId: null }): DemoWorker {
    const { random } = this;
    const number = this.workers.length + 1;
    const mayLeave = roles.every(([role]) => role === 'practitioner') && place.teamId !== null;
    const worker: DemoWorker = {
      id: random.uuid(),
      staffNumber: `S${String(number).padStart(5, '0')}`,
      name: madeUpName(random, number),
      jobTitle,
      ...place,
      managerId: manager?.id ?? null,
      startedOn: addDays(this.asOf, -random.int(1100, 4500)),
      leftOn: mayLeave && random.chance(80) ? addDays(this.asOf, -random.int(20, 900)) : null,
      fte: random.weighted([[1000, 75], [800, 12], [600, 8], [500, 5]]),
      agency: random.chance(90),
      roles: roles.map(([role, scope, scopeId]) => ({ role, scope, scopeId })),
    };
    this.workers.push(worker);
    return worker;
  }

  service([code, name, kind, teams, size, managerRole]: (typeof SERVICES)[number], director: DemoWorker, scale: number): DemoService {
    const id = this.random.uuid();
    const head = this.worker('Head of service', director, [['head_of_service', 'service', id]], { teamId: null, serviceId: id });
    const manager = this.worker('Service manager', head, [[managerRole, 'service', id], ...(managerRole === 'service_manager' ? [] : [['service_manager', 'service', id] as [Role, Scope, string]])], { teamId: null, serviceId: id });
    const service: DemoService = { id, code, name, kind, teams: [] };
    for (let index = 0; index < teams * scale; index += 1) service.teams.push(this.team(service, manager, index, size));
    return service;
  }

  review(director: DemoWorker, scale: number): { iros: DemoWorker[]; qualityId: string } {
    const quality = this.random.uuid();
    const psw = this.worker('Principal Social Worker', director, [['principal_social_worker', 'authority', null]]);
    this.worker('Quality, Performance and Assurance officer', psw, [['qpa_officer', 'authority', null]]);
    this.worker('Quality, Performance and Assurance officer', psw, [['qpa_officer', 'authority', null], ['survey_moderator', 'authority', null]]);
    this.worker('IMPACT lead', psw, [['impact_member', 'authority', null]]);
    const principal = this.worker('Principal IRO', director, [['principal_iro', 'authority', null]]);
    const iros = Array.from({ length: 14 * scale }, () => this.worker('Independent Reviewing Officer', principal, [['iro', 'authority', null]]));
    return { iros, qualityId: quality };
  }

  support(director: DemoWorker): void {
    this.worker('HR officer', director, [['hr_officer', 'authority', null]]);
    this.worker('Complaints manager', director, [['complaints_manager', 'authority', null]]);
    this.worker('Information governance officer', director, [['information_governance_officer', 'authority', null]]);
    this.worker('Systems administrator', director, [['administrator', 'authority', null]]);
  }

  private team(service: DemoService, serviceManager: DemoWorker, index: number, size: number): DemoTeam {
    const id = this.random.uuid();
    const area = AREAS[index % AREAS.length] as string;
    const round = Math.floor(index / AREAS.length);
    const place = { teamId: id, serviceId: service.id };
    const manager = this.worker('Team manager', serviceManager, [['team_manager', 'team', id]], place);
    const senior = this.worker('Senior social worker', manager, [['senior_social_worker', 'team', id]], place);
    const title = service.kind === 'early-help' ? 'Family support worker' : 'Social worker';
    const practitioners = Array.from({ length: size }, () => this.worker(title, manager, [['practitioner', 'self', null]], place));
    const suffix = round > 0 ? ` ${round + 1}` : '';
    return { id, serviceId: service.id, code: `${service.code}-${area.toLowerCase()}${round > 0 ? `-${round + 1}` : ''}`, name: `${service.name} ${area}${suffix}`, manager, practitioners: [senior, ...practitioners] };
  }
}

function outsiders(random: Random): DemoOrganisation['outsiders'] {
  const rows: [Role, 'MEMBER' | 'PARTNER', Scope][] = [
    ['lead_member', 'MEMBER', 'authority'], ['elected_member', 'MEMBER', 'authority'], ['elected_member', 'MEMBER', 'authority'],
    ['board_chair', 'PARTNER', 'authority'], ['sscb_subgroup_member', 'PARTNER', 'authority'], ['partner_member', 'PARTNER', 'authority'],
  ];
  return rows.map(([role, kind, scope], index) => ({ id: random.uuid(), name: madeUpName(random, index), kind, role, scope }));
}
