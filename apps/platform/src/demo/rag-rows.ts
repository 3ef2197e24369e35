import { addDays, addWorkingDays, ENGLAND } from '@qaf/calendar';
import { RAG_AREAS, overallRag } from '@qaf/casework';
import { Rag } from '@qaf/graph';
import type { DemoChild } from './children';
import type { DemoWorker } from './organisation';
import type { Random } from './random';
import type { Rows } from './rows';

const SINCE = 270;
const COLOURS = [[Rag.GREEN, 86], [Rag.AMBER, 11], [Rag.RED, 3]] as const;
const FOUND: Record<Rag, string | null> = { RED: 'Nothing was done since the last meeting.', AMBER: 'Later than agreed.', GREEN: null };

interface Meeting {
  id: string;
  child_id: string;
  held_on: string;
}

/** The forms after the meetings of the last nine months, what became of them, and the actions that red ones opened. A few are still to be given. */
export function ragRows(rows: Rows, children: readonly DemoChild[], random: Random, asOf: string): void {
  const byId = new Map(children.map((child) => [child.id, child]));
  for (const meeting of rows.of('casework', 'case_meeting') as Meeting[]) {
    const child = byId.get(meeting.child_id);
    if (!child || meeting.held_on < addDays(asOf, -SINCE) || meeting.held_on > asOf) continue;
    const on = (role: 'WORKER' | 'IRO') => child.allocations.find((one) => one.role === role && one.from <= meeting.held_on && (one.to === null || one.to > meeting.held_on));
    const [held, chair] = [on('WORKER'), on('IRO')];
    if (held && chair && held.worker.id !== chair.worker.id && random.chance(930)) oneForm(rows, meeting, { worker: held.worker, teamId: held.teamId, author: chair.worker }, random, asOf);
  }
}

interface People {
  worker: DemoWorker;
  teamId: string | null;
  author: DemoWorker;
}

function oneForm(rows: Rows, meeting: Meeting, { worker, teamId, author }: People, random: Random, asOf: string): void {
  const id = random.uuid();
  const given = min(addDays(meeting.held_on, random.int(0, 4)), asOf);
  const areas = RAG_AREAS.map(({ code }) => ({ area: code, rag: random.weighted(COLOURS) as Rag }));
  const rag = overallRag(areas);
  const drift = rag !== Rag.GREEN && random.chance(500);
  const past = (days: number): string | null => (addDays(given, days) <= asOf ? addDays(given, days) : null);
  const read = random.chance(900) ? past(random.int(1, 9)) : null;
  const answered = worker.managerId && random.chance(rag === Rag.GREEN ? 500 : 780) ? past(random.int(1, 13)) : null;
  const met = rag === Rag.GREEN ? null : past(random.int(20, 35));
  const resolved = met !== null && random.chance(700);
  rows.add('casework', 'rag_form', {
    id, child_id: meeting.child_id, meeting_id: meeting.id, author_id: author.id, worker_id: worker.id, team_id: teamId, rag, held_on: meeting.held_on, given_on: given,
    practice_problems: rag === Rag.RED ? 'The plan was not shared with the family.' : null, drift_or_delay: drift, drift_reason: drift ? 'The agreed work has not begun.' : null,
    worker_acknowledged_on: read, manager_answered_on: answered, manager_answer: answered ? 'Agreed in supervision.' : null, answered_by_id: answered ? worker.managerId : null, resolved_on: resolved ? met : null,
  });
  for (const area of areas) rows.add('casework', 'rag_form_area', { id: random.uuid(), form_id: id, ...area, note: FOUND[area.rag] });
  rows.add('casework', 'meeting_rag_form', { meeting_id: meeting.id, given_on: given });
  if (met && worker.managerId && author.managerId && author.managerId !== worker.managerId) rows.add('casework', 'rag_follow_up', { id: random.uuid(), form_id: id, position: 1, held_on: met, by_id: author.managerId, with_id: worker.managerId, note: 'Looked at together.', resolved });
  if (rag === Rag.RED) action(rows, { id, childId: meeting.child_id, given, done: resolved ? met : null }, { worker, teamId, author }, random);
}

function action(rows: Rows, form: { id: string; childId: string; given: string; done: string | null }, { worker, teamId, author }: People, random: Random): void {
  const id = random.uuid();
  const owner = worker.managerId ?? worker.id;
  const due = addWorkingDays(form.given, 20, ENGLAND);
  rows.add('governance', 'action', {
    id, title: 'Put right what the review or conference found red', description: null, source_kind: 'RAG_FORM', source_id: form.id, source_grade: null, child_id: form.childId, owner_id: owner, verifier_id: author.id,
    worker_id: worker.id, team_id: teamId, service_id: worker.serviceId, due_on: due, state: form.done ? 'DONE' : 'OPEN', measure: 'The next form on the child is not red.',
    evidence: form.done ? 'Done, and looked at with the Principal IRO.' : null, theme_code: null, priority_code: null, opened_on: form.given, done_on: form.done, verified_on: null,
  });
  const steps: [string, string, string | null][] = [['OPENED', form.given, null], ...(form.done ? [['DONE', form.done, owner] as [string, string, string]] : [])];
  steps.forEach(([kind, day, by], index) => {
    rows.add('governance', 'action_step', { id: random.uuid(), action_id: id, position: index + 1, kind, at: `${day}T09:00:00Z`, by_id: by, note: null, owner_id: owner, due_on: due, escalation_level: 0 });
  });
}

function min(a: string, b: string): string {
  return a < b ? a : b;
}
