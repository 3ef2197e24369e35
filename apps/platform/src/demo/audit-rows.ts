import { addDays, addWorkingDays, ENGLAND, monthOf } from '@qaf/calendar';
import { priorityGrades } from '@qaf/casework';
import type { Grade } from '@qaf/graph';
import type { DemoChild, DemoEpisode } from './children';
import type { DemoOrganisation, DemoWorker } from './organisation';
import type { Random } from './random';
import type { Rows } from './rows';

export type DemoGrade = 'OUTSTANDING' | 'GOOD' | 'REQUIRES_IMPROVEMENT' | 'INADEQUATE';

export interface ToolQuestion {
  key: string;
  kind: string;
  /** The practice priority that it serves; null where it serves all. */
  priorityCode: string | null;
  weight: number;
}

export interface Tool {
  versionId: string;
  questions: ToolQuestion[];
}

export interface Vocabulary {
  themes: string[];
  priorities: string[];
}

const GRADES: readonly (readonly [DemoGrade, number])[] = [['OUTSTANDING', 6], ['GOOD', 50], ['REQUIRES_IMPROVEMENT', 36], ['INADEQUATE', 8]];
const ORDER: readonly DemoGrade[] = ['OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE'];
const REASON: Record<DemoGrade, string> = {
  OUTSTANDING: 'Direct work, analysis and oversight together have changed this child’s life for the better.',
  GOOD: 'The plan is clear and followed, the child is known well, and management oversight is regular.',
  REQUIRES_IMPROVEMENT: 'Visits are in time, but the plan has not been updated since the last review and analysis is thin.',
  INADEQUATE: 'There has been drift: no current plan, gaps in visits, and no recorded oversight for two months.',
};

/** Audits of a child in the months that somebody worked with them, about one child in six a month, and what followed. */
export function auditRows(rows: Rows, child: DemoChild, organisation: DemoOrganisation, tool: Tool, words: Vocabulary, random: Random, asOf: string): void {
  for (const episode of child.episodes.filter((one) => ['CIN', 'CP', 'LAC'].includes(one.kind))) {
    const end = episode.endedOn ?? asOf;
    for (let month = monthOf(episode.startedOn); month.endsBefore <= end; month = monthOf(month.endsBefore)) {
      if (random.chance(165)) oneAudit(rows, child, episode, { code: month.startsOn.slice(0, 7), from: month.startsOn, until: month.endsBefore }, organisation, tool, words, random, asOf);
    }
  }
}

interface Month {
  code: string;
  from: string;
  until: string;
}

function oneAudit(rows: Rows, child: DemoChild, episode: DemoEpisode, month: Month, organisation: DemoOrganisation, tool: Tool, words: Vocabulary, random: Random, asOf: string): void {
  const worker = child.allocations.find((one) => one.role === 'WORKER' && one.from <= month.from && (one.to === null || one.to > month.from))?.worker;
  if (!worker) return;
  const auditor = auditorFor(worker, organisation, random);
  const due = addDays(month.until, -1);
  const state = stateOf(due, random, asOf);
  const graded = ['SUBMITTED', 'CLOSED'].includes(state);
  const grade = random.weighted(GRADES);
  const submitted = graded ? min(addDays(due, -random.int(0, 12)), asOf) : null;
  const id = random.uuid();
  const answers = graded || state === 'IN_PROGRESS' ? answersOf(tool, grade, random) : [];
  rows.add('casework', 'audit', {
    id, child_id: child.id, tool_version_id: tool.versionId, auditor_id: auditor.id, worker_id: worker.id, team_id: episode.team.id, service_id: episode.team.serviceId,
    kind: 'CHILD_JOURNEY', state, allocated_on: month.from, due_on: due, period: month.code, with_worker: random.chance(620),
    checklist_done_on: state === 'ALLOCATED' || state === 'WITHDRAWN' ? null : addDays(month.from, 4), checklist_done_by: state === 'ALLOCATED' || state === 'WITHDRAWN' ? null : worker.id,
    computed_grade: graded ? near(grade, random) : null, priority_grades: graded ? priorityGrades(answers) : {}, judged_grade: graded ? grade : null, grade_reason: graded ? REASON[grade] : null,
    strengths: graded ? 'The worker knows the child and family well.' : null, areas_to_improve: graded ? 'Bring the plan up to date after each review.' : null,
    child_voice_evident: graded ? random.chance(grade === 'INADEQUATE' ? 400 : 850) : null, submitted_on: submitted,
    feedback_given_on: state === 'CLOSED' ? submitted && addDays(submitted, 3) : null, acknowledged_on: state === 'CLOSED' ? submitted && addDays(submitted, 6) : null,
    closed_on: state === 'CLOSED' ? submitted && addDays(submitted, 8) : null, withdrawn_reason: state === 'WITHDRAWN' ? 'The case moved to another authority.' : null,
  });
  for (const { key, grade: graded, rag, choice, scale } of answers) rows.add('casework', 'audit_answer', { id: random.uuid(), audit_id: id, question_key: key, grade: graded, rag, choice, scale });
  if (!submitted) return;
  rows.add('governance', 'audit_place', { audit_id: id, child_id: child.id, worker_id: worker.id, team_id: episode.team.id, auditor_id: auditor.id, grade, submitted_on: submitted });
  if (grade === 'INADEQUATE' || (grade === 'REQUIRES_IMPROVEMENT' && random.chance(250))) actionRows(rows, { id, child, worker, auditor, episode, submitted, grade }, words, random, asOf);
}

function auditorFor(worker: DemoWorker, organisation: DemoOrganisation, random: Random): DemoWorker {
  for (;;) {
    const auditor = random.chance(180) ? random.pick(organisation.iros) : random.pick(random.pick(organisation.services).teams).manager;
    if (auditor.id !== worker.managerId && auditor.id !== worker.id) return auditor;
  }
}

function stateOf(due: string, random: Random, asOf: string): string {
  if (random.chance(20)) return 'WITHDRAWN';
  if (due < addDays(asOf, -75)) return 'CLOSED';
  if (due < addDays(asOf, -30)) return random.weighted([['CLOSED', 80], ['SUBMITTED', 15], ['IN_PROGRESS', 5]]);
  return random.weighted([['CLOSED', 25], ['SUBMITTED', 25], ['IN_PROGRESS', 20], ['CHECKLIST_DONE', 10], ['ALLOCATED', 20]]);
}

function answersOf(tool: Tool, grade: DemoGrade, random: Random) {
  return tool.questions.filter(({ kind }) => kind !== 'TEXT').map(({ key, kind, weight, priorityCode }) => ({
    key, weight, priorityCode,
    grade: kind === 'GRADE' ? (near(grade, random) as Grade) : null,
    rag: kind === 'RAG' ? random.pick(['RED', 'AMBER', 'GREEN']) : null,
    choice: kind === 'YES_NO_NA' ? random.weighted([['YES', grade === 'INADEQUATE' ? 40 : 78], ['NO', 16], ['NOT_APPLICABLE', 6]]) : null,
    scale: kind === 'SCALE' ? random.int(3, 10) : null,
  }));
}

/** The same grade mostly, or the next to it. */
function near(grade: DemoGrade, random: Random): DemoGrade {
  const step = random.weighted([[0, 66], [1, 17], [-1, 17]]);
  return ORDER[Math.max(0, Math.min(ORDER.length - 1, ORDER.indexOf(grade) + step))] as DemoGrade;
}

interface Followed {
  id: string;
  child: DemoChild;
  worker: DemoWorker;
  auditor: DemoWorker;
  episode: DemoEpisode;
  submitted: string;
  grade: DemoGrade;
}

function actionRows(rows: Rows, { id, child, worker, auditor, episode, submitted, grade }: Followed, words: Vocabulary, random: Random, asOf: string): void {
  const actionId = random.uuid();
  const due = addWorkingDays(submitted, 20, ENGLAND);
  const done = random.chance(due < asOf ? 860 : 350) ? min(addDays(submitted, random.int(10, 45)), asOf) : null;
  const verified = done && done < asOf && random.chance(850) ? min(addDays(done, random.int(1, 12)), asOf) : null;
  const state = verified ? 'VERIFIED' : done ? 'DONE' : random.pick(['OPEN', 'IN_PROGRESS']);
  const ownerId = worker.managerId && worker.managerId !== auditor.id ? worker.managerId : worker.id;
  rows.add('governance', 'action', {
    id: actionId, title: grade === 'INADEQUATE' ? 'Put right what the audit graded inadequate' : 'Bring the plan up to date', description: REASON[grade], source_kind: 'AUDIT', source_id: id, source_grade: grade, child_id: child.id,
    owner_id: ownerId, verifier_id: auditor.id, worker_id: worker.id, team_id: episode.team.id, service_id: episode.team.serviceId, due_on: due, state,
    measure: 'A repeat audit grades the same areas good or better.', evidence: done ? 'Plan updated, visits on track, and recorded in supervision.' : null,
    theme_code: random.pick(words.themes), priority_code: random.pick(words.priorities), opened_on: submitted, done_on: done, verified_on: verified,
  });
  const steps: [string, string, string | null][] = [['OPENED', submitted, null], ...(done ? [['DONE', done, ownerId] as [string, string, string]] : []), ...(verified ? [['VERIFIED', verified, auditor.id] as [string, string, string]] : [])];
  steps.forEach(([kind, day, by], index) => {
    rows.add('governance', 'action_step', { id: random.uuid(), action_id: actionId, position: index + 1, kind, at: `${day}T09:00:00Z`, by_id: by, note: null, owner_id: ownerId, due_on: due, escalation_level: 0 });
  });
  rows.add('casework', 'audit_action', { action_id: actionId, audit_id: id, opened_on: submitted, closed_on: verified });
}

function min(a: string, b: string): string {
  return a < b ? a : b;
}
