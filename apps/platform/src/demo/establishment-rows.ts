import { addDays } from '@qaf/calendar';
import type { DemoOrganisation, DemoService, DemoWorker } from './organisation';
import type { Random } from './random';
import type { Rows } from './rows';

/** What the employment of each worker is called by, so that their posts can point to it. */
export type Employments = ReadonlyMap<string, string>;

interface Place {
  teamId: string | null;
  serviceId: string | null;
}

/** Roles of the workforce return by what somebody is called; whoever is not a social worker is outside it. */
const RETURN_ROLES: Record<string, string> = {
  'Director of Children’s Services': 'SENIOR_MANAGER',
  'Head of service': 'SENIOR_MANAGER',
  'Service manager': 'MIDDLE_MANAGER',
  'Principal IRO': 'MIDDLE_MANAGER',
  'Principal Social Worker': 'MIDDLE_MANAGER',
  'Team manager': 'FIRST_LINE_MANAGER',
  'Senior social worker': 'SENIOR_PRACTITIONER',
  'Social worker': 'CASE_HOLDER',
  'Independent Reviewing Officer': 'QUALIFIED_WITHOUT_CASES',
};

/** A post for each worker, one in five of those that somebody left filled by a successor's agency cover, and a few never filled. */
export function establishmentRows(rows: Rows, organisation: DemoOrganisation, employments: Employments, random: Random, asOf: string): void {
  const writer = new Establishment(rows, employments, random, asOf);
  for (const worker of organisation.workers) writer.inPost(worker);
  for (const service of organisation.services) writer.unfilled(service);
}

class Establishment {
  private numbers = 0;
  private readonly postOf = new Map<string, string>();

  constructor(
    private readonly rows: Rows,
    private readonly employments: Employments,
    private readonly random: Random,
    private readonly asOf: string,
  ) {}

  /** The worker's own post; for one in ten a change of hours lies within it. */
  inPost(worker: DemoWorker): void {
    const full = Math.max(worker.fte, this.random.chance(300) ? 1000 : worker.fte);
    const postId = this.post(worker.jobTitle, worker, full, addDays(worker.startedOn, -this.random.int(0, 400)));
    this.postOf.set(worker.id, postId);
    const end = worker.leftOn ? addDays(worker.leftOn, 1) : null;
    const changed = addDays(this.asOf, -this.random.int(950, 1090));
    const hours = worker.fte < 1000 && changed > worker.startedOn && this.random.chance(400) ? [{ from: worker.startedOn, to: changed, fte: full }, { from: changed, to: end, fte: worker.fte }] : [{ from: worker.startedOn, to: end, fte: worker.fte }];
    hours.forEach(({ from, to, fte }, index) => this.holding(worker, postId, 'SUBSTANTIVE', { from, to, fte }, index === 0, end !== null && index === hours.length - 1));
    if (worker.jobTitle === 'Senior social worker') this.actingUp(worker);
  }

  /** Posts that nobody was ever in. */
  unfilled({ id, kind, teams }: DemoService): void {
    const title = kind === 'early-help' ? 'Family support worker' : 'Social worker';
    for (const team of teams) if (this.random.chance(350)) this.post(title, { teamId: team.id, serviceId: id }, 1000, addDays(this.asOf, -this.random.int(60, 700)));
  }

  /** A senior acts up into a manager's post of their team for a time in the past, and a few do now. */
  private actingUp(worker: DemoWorker): void {
    const postId = worker.managerId ? this.postOf.get(worker.managerId) : undefined;
    if (!postId || !this.random.chance(250)) return;
    const from = addDays(this.asOf, -this.random.int(90, 600));
    const to = this.random.chance(250) ? null : addDays(from, this.random.int(30, 85));
    this.holding(worker, postId, 'ACTING', { from, to, fte: worker.fte }, false, false);
  }

  private post(title: string, { teamId, serviceId }: Place, fte: number, from: string): string {
    const id = this.random.uuid();
    this.numbers += 1;
    this.rows.add('workforce', 'post', { id, reference: `P-${String(this.numbers).padStart(5, '0')}`, title, team_id: teamId, service_id: serviceId, role_code: RETURN_ROLES[title] ?? 'OUTSIDE_RETURN', fte_thousandths: fte, valid_from: from, valid_to: null });
    return id;
  }

  private holding(worker: DemoWorker, postId: string, kind: string, { from, to, fte }: { from: string; to: string | null; fte: number }, begins: boolean, ends: boolean): void {
    this.rows.add('workforce', 'post_holding', {
      id: this.random.uuid(), post_id: postId, worker_id: worker.id, employment_id: this.employments.get(worker.id), kind, agency_worker: worker.agency, fte_thousandths: fte,
      valid_from: from, valid_to: to, begins_employment: begins, ends_employment: ends,
    });
  }
}
