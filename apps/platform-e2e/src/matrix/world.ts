import { randomUUID } from 'node:crypto';
import { insertRows, type SubgraphName } from '@qaf/database';
import { machine, ROLES } from '@qaf/identity';
import { type OpenGraph, publishDue, seed } from '@qaf/platform';
import type { Kind } from './expected';

/** Planted in every free text and reference that is about one child: what it must never be found in is clear. */
export const MARKS = { open: 'quiet-heron', locked: 'hidden-otter', named: 'secret-plover' };
export type Told = keyof typeof MARKS;

export interface World {
  team: string;
  service: string;
  otherTeam: string;
  worker: string;
  supervisor: string;
  auditor: string;
  /** Whom the lock of one child names. */
  named: string;
  children: Record<Told, string>;
  /** What each row is and what it is about, by its UUID. */
  rows: Map<string, { type: string; kind: Kind }>;
}

type Load = (name: SubgraphName, rows: [string, object][]) => Promise<void>;

/** One worker with three children, one of them locked for somebody else and one for somebody known, and one row of every kind about each. */
export async function openWorld(graph: OpenGraph): Promise<World> {
  await seed(graph);
  const id = () => randomUUID();
  const world: World = { team: id(), service: id(), otherTeam: id(), worker: id(), supervisor: id(), auditor: id(), named: id(), children: { open: id(), locked: id(), named: id() }, rows: new Map() };
  const load: Load = (name, rows) =>
    graph.subgraphs[name].unit(machine('machine_import', 'matrix'), 'matrix').command(async (tx) => {
      for (const [table, row] of rows) await insertRows(tx, table, [row]);
    });
  for (const [uuid, type] of [[world.worker, 'Worker'], [world.team, 'Team'], [world.service, 'Service']] as const) world.rows.set(uuid, { type, kind: 'open' });
  world.rows.set(world.supervisor, { type: 'Worker', kind: 'leader' });
  await organisation(world, load);
  const session = kept(world, 'SupervisionSession', 'open');
  await load('workforce', [['supervision_session', { id: session, worker_id: world.worker, supervisor_id: world.supervisor, team_id: world.team, kind: 'CASE', state: 'HELD', planned_for: '2026-02-02', held_on: '2026-02-02', reflective_analysis: true, summary: 'How the week went' }]]);
  const [tool] = await graph.subgraphs.casework.unit(machine('machine_import', 'matrix'), 'matrix').command((tx) => tx.query<{ id: string; key: string }>(`select v.id, q.key from audit_tool_version v join audit_question q on q.version_id = v.id where v.state = 'PUBLISHED' and q.kind = 'GRADE' limit 1`));
  const [version] = await graph.subgraphs.voice.unit(machine('machine_import', 'matrix'), 'matrix').command((tx) => tx.query<{ id: string }>(`select id from questionnaire_version where state = 'PUBLISHED' limit 1`));
  for (const kind of ['open', 'locked', 'named'] as const) await about(world, kind, load, { session, tool: tool?.id as string, question: tool?.key as string, version: version?.id as string });
  await oversight(world, load, graph);
  await released(world, graph, version?.id as string);
  await figures(load, graph);
  return world;
}

function kept(world: World, type: string, kind: Kind): string {
  const id = randomUUID();
  world.rows.set(id, { type, kind });
  return id;
}

async function organisation(world: World, load: Load): Promise<void> {
  const since = '2018-04-01';
  const people = [world.worker, world.supervisor, world.auditor];
  const [post, employment] = [kept(world, 'Post', 'open'), randomUUID()];
  await load('workforce', [
    ['service', { id: world.service, code: 'care', name: 'Care', kind: 'social-care', valid_from: since }],
    ...[world.team, world.otherTeam].map((id, index): [string, object] => ['team', { id, service_id: world.service, code: `team-${index}`, name: `Team ${index}`, valid_from: since }]),
    ...people.flatMap((id, index): [string, object][] => [
      ['worker', { id, staff_number: `S${index}`, display_name: `Worker ${index}`, job_title: 'Social worker' }],
      ['employment', { id: id === world.worker ? employment : randomUUID(), worker_id: id, fte_thousandths: 800, agency_worker: false, started_on: since }],
      ['person', { id, subject: `matrix:${index}`, email: `w${index}@example.org`, display_name: `Worker ${index}`, kind: 'STAFF', worker_id: id, active_from: since }],
      ['role_assignment', { id: randomUUID(), person_id: id, valid_from: since, ...(id === world.supervisor ? { role: 'team_manager', scope: 'team', scope_id: world.team } : { role: 'practitioner', scope: 'self' }) }],
    ]),
    ['team_membership', { id: randomUUID(), worker_id: world.worker, team_id: world.team, valid_from: since }],
    ['management_line', { id: randomUUID(), worker_id: world.worker, manager_id: world.supervisor, valid_from: since }],
    ['post', { id: post, reference: 'SW-1', title: 'Social worker', team_id: world.team, role_code: 'CASE_HOLDER', fte_thousandths: 1000, valid_from: since }],
    ['post_holding', { id: randomUUID(), post_id: post, worker_id: world.worker, employment_id: employment, kind: 'SUBSTANTIVE', agency_worker: false, fte_thousandths: 800, valid_from: since, begins_employment: true }],
    ...particulars(world),
  ]);
  const place = { team_id: world.team, service_id: world.service, manager_id: null, left_on: null };
  await load('casework', people.map((worker_id) => ['worker_place', { ...place, worker_id, told_at: `${since}T00:00:00Z` }]));
  await load('governance', people.map((worker_id) => ['worker_place', { ...place, worker_id }]));
}

/** What HR keeps of the worker. */
function particulars(world: World): [string, object][] {
  const of = (type: string) => ({ id: kept(world, type, 'open'), worker_id: world.worker });
  const [check, submitted] = [of('DbsCheck'), kept(world, 'WorkforceReturn', 'open')];
  const [course, event] = [kept(world, 'Course', 'open'), randomUUID()];
  return [
    ['worker_absence', { ...of('WorkerAbsence'), reason_code: 'SICKNESS', started_on: '2026-01-05', returned_on: '2026-01-12' }],
    ['worker_registration', { ...of('WorkerRegistration'), body_code: 'SWE', number: 'SW1000001', registered_on: '2025-12-01', expires_on: '2026-12-01' }],
    ['worker_qualification', { ...of('WorkerQualification'), level_code: 'UNDERGRADUATE', title: 'BA Social Work', institution: 'A university', awarded_on: '2015-07-10' }],
    ['dbs_check', { ...check, level: 'ENHANCED', issued_on: '2025-03-03', update_service: true }],
    ['dbs_status_check', { id: randomUUID(), worker_id: world.worker, dbs_check_id: check.id, checked_on: '2026-03-03', outcome: 'UNCHANGED' }],
    ['course', { id: course, code: 'neglect', title: 'Neglect', cpd_minutes: 360, theme_code: 'neglect' }],
    ['course_requirement', { id: randomUUID(), course_id: course, role: 'practitioner', within_days: 90, repeat_months: 36, source: 'Learning plan', valid_from: '2024-04-01' }],
    ['learning_event', { id: event, course_id: course, held_on: '2026-01-20', places: 2 }],
    ['learning_booking', { ...of('LearningBooking'), event_id: event, state: 'ATTENDED', score: 4, comment: 'Useful' }],
    ['cpd_piece', { ...of('CpdPiece'), recorded_on: '2026-02-02', title: 'Reading', reflection: 'Much', peer_reflection: true }],
    ['workforce_return', { id: submitted, authority: '999', year: 2025, reference_date: '2025-09-30', vacancy_fte_thousandths: 1000, agency_fte_thousandths: 0, agency_headcount: 0 }],
    ['workforce_return_line', { id: kept(world, 'WorkforceReturnLine', 'open'), return_id: submitted, line_key: 'SW1000001', place: 1, worker_id: world.worker, agency_worker: false, number: 'SW1000001', fte_thousandths: 800, role_code: '5', role_started_on: '2018-04-01', role_ended_on: null, missing: ['ethnicity'], doubtful: [] }],
  ];
}

interface Things {
  session: string;
  tool: string;
  question: string;
  version: string;
}

/** One row of each kind about one child. */
async function about(world: World, kind: Told, load: Load, { session, tool, question, version }: Things): Promise<void> {
  const mark = MARKS[kind];
  const child = world.children[kind];
  world.rows.set(child, { type: 'Child', kind });
  const id = (type: string) => kept(world, type, kind);
  const place = { worker_id: world.worker, team_id: world.team, iro_id: null };
  const [audit, response, action, meeting, form] = [id('Audit'), id('IdentifiedResponse'), id('Action'), id('CaseMeeting'), id('RagForm')];
  await load('casework', [
    ['child', { id: child, case_reference: mark, birth_year: 2014, birth_month: 5, gender: 'F', ethnicity: 'WBRI', disabled: false, first_language: mark, religion: mark, ...place }],
    ['episode', { id: id('Episode'), child_id: child, kind: 'CP', source: 'matrix', source_key: mark, started_on: '2026-01-12', details: { category: 'NEG' } }],
    ['child_allocation', { id: id('ChildAllocation'), child_id: child, role: 'WORKER', worker_id: world.worker, team_id: world.team, valid_from: '2026-01-12' }],
    ['case_meeting', { id: meeting, child_id: child, kind: 'CP_CONFERENCE', stage: 'INITIAL', held_on: '2026-01-12', source: 'matrix', source_key: mark }],
    ['visit', { id: id('Visit'), child_id: child, kind: 'CP', visited_on: '2026-01-20', source: 'matrix', source_key: mark }],
    ['audit', {
      id: audit, child_id: child, tool_version_id: tool, auditor_id: world.auditor, worker_id: world.worker, team_id: world.team, service_id: world.service, kind: 'CHILD_JOURNEY', state: 'SUBMITTED',
      allocated_on: '2026-02-01', due_on: '2026-03-01', period: '2026-03', with_worker: false, limited_by: [], checklist: [{ key: 'file-up-to-date', choice: 'YES' }], checklist_done_on: '2026-02-02', computed_grade: 'GOOD', judged_grade: 'GOOD',
      grade_reason: mark, strengths: mark, areas_to_improve: mark, child_voice_evident: true, submitted_on: '2026-02-20', priority_grades: { visits: 'GOOD' }, feedback_given_on: '2026-02-21', acknowledged_on: '2026-02-22', worker_comment: mark,
    }],
    ['rag_form', { id: form, child_id: child, meeting_id: meeting, author_id: world.auditor, worker_id: world.worker, team_id: world.team, rag: 'AMBER', held_on: '2026-01-12', given_on: '2026-01-13', practice_problems: mark, drift_or_delay: true, drift_reason: mark, worker_acknowledged_on: '2026-01-14', worker_comment: mark, manager_answered_on: '2026-01-15', manager_answer: mark, answered_by_id: world.supervisor }],
    ['rag_form_area', { id: randomUUID(), form_id: form, area: 'plan', rag: 'AMBER', note: mark }],
    ['rag_follow_up', { id: randomUUID(), form_id: form, position: 1, held_on: '2026-02-13', by_id: world.auditor, with_id: world.supervisor, note: mark, resolved: false }],
    ['audit_answer', { id: id('AuditAnswer'), audit_id: audit, question_key: question, grade: 'GOOD', comment: mark }],
  ]);
  await load('workforce', [['child_place', { child_id: child, ...place, told_at: '2026-01-12T00:00:00Z' }], ['case_discussion', { id: id('CaseDiscussion'), session_id: session, worker_id: world.worker, supervisor_id: world.supervisor, team_id: world.team, child_id: child, held_on: '2026-02-02', discussed: mark, decision: mark, agreed_actions: mark }]]);
  await load('voice', [
    ['child_place', { child_id: child, ...place, told_at: '2026-01-12T00:00:00Z' }],
    ['views_record', { id: id('ViewsRecord'), child_id: child, occasion: 'VISIT', occasion_id: randomUUID(), on_date: '2026-02-02', seen: true, seen_alone: true, views: mark, influenced_plan: true, ...place, source: 'WORKER' }],
    ['invitation', { id: id('Invitation'), child_id: child, questionnaire_version_id: version, audience: 'CHILD', reason: 'CP_PLAN_ENDED', raised_on: '2026-02-02', ...place }],
    ['identified_response', { id: response, child_id: child, questionnaire_version_id: version, consent_given_on: '2026-02-03', recorded_by: world.worker, ...place }],
    ['identified_answer', { response_id: response, answers: [{ key: 'safe', value: null, text: mark }] }],
  ]);
  await load('governance', [
    ['child_place', { child_id: child, ...place }],
    ['audit_place', { audit_id: audit, child_id: child, worker_id: world.worker, team_id: world.team, auditor_id: world.auditor, grade: 'GOOD', submitted_on: '2026-02-20' }],
    ['action', { id: action, title: mark, description: mark, source_kind: 'AUDIT', source_id: audit, child_id: child, owner_id: world.supervisor, verifier_id: world.auditor, worker_id: world.worker, team_id: world.team, due_on: '2026-06-01', state: 'IN_PROGRESS', measure: mark, opened_on: '2026-03-01' }],
    ['action_step', { id: id('ActionStep'), action_id: action, position: 1, kind: 'OPENED', at: '2026-03-01T09:00:00Z', note: mark, owner_id: world.supervisor, due_on: '2026-06-01', escalation_level: 0 }],
  ]);
}

/** Eight years of the whole country, of which the last falls out of what the others foresee; and what is published of the rows here. */
async function figures(load: Load, graph: OpenGraph): Promise<void> {
  const [indicator] = await graph.subgraphs.governance.unit(machine('machine_import', 'matrix'), 'matrix').command((tx) => tx.query<{ id: string }>('select id from indicator limit 1'));
  const area = randomUUID();
  const values = [90, 91, 90, 91, 90, 91, 90, 60];
  await load('governance', [
    ['indicator_area', { id: area, code: 'E92000001', name: 'England', level: 'NATIONAL' }],
    ...values.map((value, at): [string, object] => ['indicator_value', { id: randomUUID(), indicator_id: indicator?.id, area_id: area, year: 2011 + at, value, value_symbol: null, numerator: value, denominator: 100 }]),
  ]);
  await publishDue(graph, new Date('2026-06-01T03:00:00Z'));
}

/** The locks, a grant in an emergency and what an import told: casework's own, and the others' copies. */
async function oversight(world: World, load: Load, graph: OpenGraph): Promise<void> {
  const child = world.children.locked;
  const grant = kept(world, 'EmergencyAccess', 'open');
  const at = '2026-03-01T09:00:00Z';
  await lock(world, 'locked', randomUUID(), load);
  await lock(world, 'named', world.named, load);
  await load('casework', [
    ['emergency_access', { id: grant, child_id: child, worker_id: randomUUID(), until: '2026-03-02T09:00:00Z', granted_at: at, reason: 'At the station' }],
    ['import_run', { id: kept(world, 'ImportRun', 'open'), format: 'annex-a', file_hash: '0'.repeat(64), started_at: at, notes: [{ list: 'List 1', row: 2, column: null, severity: 'LEFT_OUT', reason: 'Empty' }] }],
    ['unmatched_name', { id: kept(world, 'UnmatchedName', 'open'), source: 'annex-a', kind: 'TEAM', name: 'north', rows: 1, first_list: 'List 6', first_row: 2 }],
  ]);
  await graph.subgraphs.governance.handle({ id: randomUUID(), type: 'casework.access.extended.v1', subject: `child:${child}`, occurredAt: at, data: { grantId: grant, childId: child, workerId: randomUUID(), grantedAt: at, until: '2026-03-02T09:00:00Z' } });
}

/** Locks a child for one worker, in every part. */
async function lock(world: World, kind: 'locked' | 'named', worker: string, load: Load): Promise<void> {
  const [child, at] = [world.children[kind], '2026-03-01T09:00:00Z'];
  await load('casework', [['child_lock_decision', { id: kept(world, 'ChildLock', kind), child_id: child, position: 1, kind: 'LOCKED', decided_at: at, by_id: world.supervisor, reason: 'A relative', worker_ids: [worker], team_id: world.team }]]);
  for (const name of ['casework', 'workforce', 'voice', 'governance'] as const) await load(name, [['child_lock', { child_id: child, locked: true, worker_ids: [worker], told_at: at }]]);
}

/** What came out of anonymous answers; only the machine that makes reports writes it. */
async function released(world: World, graph: OpenGraph, version: string): Promise<void> {
  await graph.subgraphs.voice.unit(machine('machine_report', 'matrix'), 'matrix').command(async (tx) => {
    const batch = { id: randomUUID(), questionnaire_version_id: version, state: 'RELEASED', first_period: '2025-26 Q4', last_period: '2025-26 Q4', fewest: 10, released_on: '2026-04-01', answers: 12 };
    await insertRows(tx, 'answer_batch', [batch]);
    await insertRows(tx, 'waiting_comment', [{ id: kept(world, 'WaitingComment', 'other'), batch_id: batch.id, question_key: 'what-helped', comment: { nonce: '', sealed: '' } }]);
    const lattice = { measure: { counts: 'answers', categories: [{ code: 'NO', title: 'No', score: 1 }, { code: 'YES', title: 'Yes', part: true, score: 2 }] }, dimensions: [], tables: [{ code: 'whole', by: {} }] };
    for (const period of ['2025-26 Q3', '2025-26 Q4']) {
      const release = { id: kept(world, 'ResultRelease', 'other'), statistic: 'cp-plan-end/listened-to/1', definition_version: 1, period, version: 1, as_of: '2026-04-01', released_at: '2026-04-01T03:00:00Z', readers: ROLES, lattice, provenance: { title: 'Listened', definition: 'Answers', toolVersions: [period] }, coarser: [] };
      await insertRows(tx, 'release', [release]);
      await insertRows(tx, 'release_cell', [['NO', 20], ['YES', 30], ['all', 50]].map(([category, value]) => ({ release_id: release.id, table_code: 'whole', place: '{}', category, value })));
    }
    const as = (role: string) => tx.query(`select set_config('qaf.roles', $1, true)`, [`{${role}}`]);
    await as('survey_moderator');
    await insertRows(tx, 'released_comment', [{ id: kept(world, 'ReleasedComment', 'other'), batch_id: batch.id, question_key: 'what-helped', theme_code: 'neglect', text: 'Being asked', released_on: '2026-04-02', released_by: world.supervisor }]);
    await as('principal_social_worker');
    await insertRows(tx, 'help_request', [{ id: kept(world, 'HelpRequest', 'other'), name: 'Wren', how_to_reach: 'At school', words: 'Please', asked_at: '2026-04-02T09:00:00Z', state: 'CLOSED', taken_by: world.supervisor, taken_at: '2026-04-02T10:00:00Z', outcome: 'IN_CONTACT', closed_at: '2026-04-02T11:00:00Z' }]);
  });
}
