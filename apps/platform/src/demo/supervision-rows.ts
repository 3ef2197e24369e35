import { addDays } from '@qaf/calendar';
import { type DemoChild, DAYS, every } from './children';
import type { DemoOrganisation, DemoWorker } from './organisation';
import type { Random } from './random';
import type { Rows } from './rows';

interface Held {
  childId: string;
  from: string;
  to: string | null;
}

/** Who held which child when, so that supervision talks about the right ones. */
export class Caseloads {
  private readonly held = new Map<string, Held[]>();

  add(child: DemoChild): void {
    for (const { role, worker, from, to } of child.allocations) {
      if (role !== 'WORKER') continue;
      const list = this.held.get(worker.id) ?? [];
      list.push({ childId: child.id, from, to });
      this.held.set(worker.id, list);
    }
  }

  on(workerId: string, day: string): string[] {
    return (this.held.get(workerId) ?? []).filter(({ from, to }) => from <= day && (to === null || to > day)).map(({ childId }) => childId);
  }
}

const DECISIONS = [
  'Keep the plan as it is; visit within ten days and see the child alone.',
  'Bring the review forward and invite school and health.',
  'Update the assessment with the family’s new circumstances before the next visit.',
  'Seek the child’s own view of contact before the next conference.',
  'Step down to early help once the core group agrees.',
];

/** Supervision of every worker, about every four weeks, some of it cancelled and some not yet held. */
export function supervisionRows(rows: Rows, organisation: DemoOrganisation, caseloads: Caseloads, random: Random, asOf: string): void {
  const opening = addDays(asOf, -DAYS);
  for (const worker of organisation.workers) {
    if (!worker.managerId) continue;
    const from = worker.startedOn > opening ? worker.startedOn : opening;
    for (const day of every(random, from, worker.leftOn ?? addDays(asOf, 28), 28, 5)) session(rows, worker, day, caseloads, random, asOf);
  }
}

function session(rows: Rows, worker: DemoWorker, day: string, caseloads: Caseloads, random: Random, asOf: string): void {
  const state = day >= asOf ? 'PLANNED' : random.weighted([['HELD', 84], ['CANCELLED', 9], ['PLANNED', 7]] as const);
  const kind = random.weighted([['CASE', 70], ['REFLECTIVE', 18], ['PERSONAL', 12]] as const);
  const id = random.uuid();
  const held = state === 'HELD';
  rows.add('workforce', 'supervision_session', {
    id, worker_id: worker.id, supervisor_id: worker.managerId, team_id: worker.teamId, kind, state, planned_for: day, held_on: held ? day : null,
    cancelled_reason: state === 'CANCELLED' ? random.pick(['Court', 'Sickness', 'Duty', 'Annual leave']) : null, reflective_analysis: held ? random.chance(kind === 'REFLECTIVE' ? 900 : 460) : null,
    summary: held ? 'Workload, wellbeing and learning were discussed.' : null,
  });
  if (!held || kind !== 'CASE') return;
  for (const childId of caseloads.on(worker.id, day).slice(0, 3)) {
    rows.add('workforce', 'case_discussion', {
      id: random.uuid(), session_id: id, worker_id: worker.id, supervisor_id: worker.managerId, team_id: worker.teamId, child_id: childId, held_on: day,
      discussed: 'Progress against the plan and what the child says about it.', decision: random.pick(DECISIONS), agreed_actions: null,
    });
  }
}
