import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, refuse, uuidOf } from '@qaf/graph';
import { holds } from '@qaf/identity';
import { workerNamed } from '../action/action.people';
import { auditPlace } from '../audit/audit-place.service';
import { placesOf } from '../worker/worker-place.service';

export const SOURCE_KINDS = ['AUDIT', 'SUPERVISION', 'COMPLAINT', 'REVIEW', 'SURVEY', 'INSPECTION', 'MEETING', 'OBSERVATION', 'OTHER'];

/** What an action is about. */
export interface Subject {
  sourceId: string | null;
  sourceGrade: string | null;
  childId: string | null;
  workerId: string | null;
  teamId: string | null;
  serviceId: string | null;
}

interface SubjectInput {
  sourceKind: string;
  sourceId?: string;
  childId?: string;
  workerId?: string;
}

type Case = Pick<Subject, 'sourceId' | 'sourceGrade' | 'childId' | 'workerId' | 'teamId'>;

const NOTHING: Case = { sourceId: null, sourceGrade: null, childId: null, workerId: null, teamId: null };

/** Finds what the action is about among what the viewer may see, and whose work that is. */
export async function subjectOf(tx: CommandTransaction, input: SubjectInput, ownerId: string, today: string): Promise<Subject> {
  if (!SOURCE_KINDS.includes(input.sourceKind)) throw inputInvalid(['sourceKind'], `This must be one of ${SOURCE_KINDS.join(', ')}.`);
  const about = input.sourceKind === 'AUDIT' ? await ofAudit(tx, input) : await ofChild(tx, input);
  const workerId = input.workerId == null ? about.workerId : await workerAnsweredFor(tx, input.workerId, today);
  const places = await placesOf(tx, [workerId, ownerId]);
  const teamId = about.teamId ?? (workerId ? places.get(workerId)?.teamId : undefined) ?? places.get(ownerId)?.teamId ?? null;
  return { ...about, workerId, teamId, serviceId: await serviceOf(tx, teamId) };
}

/** The service that a team is part of, as its members' places tell. */
export async function serviceOf(tx: CommandTransaction, teamId: string | null): Promise<string | null> {
  const [row] = await tx.query<{ serviceId: string }>('select service_id as "serviceId" from worker_place where team_id = $1 and service_id is not null limit 1', [teamId]);
  return row?.serviceId ?? null;
}

async function ofAudit(tx: CommandTransaction, input: SubjectInput): Promise<Case> {
  if (input.sourceId == null) throw inputInvalid(['sourceId'], 'Name the audit that the action follows from.');
  const auditId = uuidOf('Audit', input.sourceId);
  const audit = auditId ? await auditPlace(tx, auditId) : null;
  if (!audit) throw notFound(['sourceId'], 'submitted audit');
  if (input.childId != null && uuidOf('Child', input.childId) !== audit.childId) throw inputInvalid(['childId'], 'The child must be the audit’s; leave it out.');
  return { sourceId: audit.auditId, sourceGrade: audit.grade, childId: audit.childId, workerId: audit.workerId, teamId: audit.teamId };
}

async function ofChild(tx: CommandTransaction, input: SubjectInput): Promise<Case> {
  if (input.sourceId != null) throw inputInvalid(['sourceId'], 'Only an audit can be named as the source; leave this out.');
  if (input.childId == null) return NOTHING;
  const id = uuidOf('Child', input.childId);
  const [child] = id ? await tx.query<Case>(`select child_id as "childId", worker_id as "workerId", team_id as "teamId" from child_place where child_id = $1`, [id]) : [];
  if (!child) throw notFound(['childId'], 'child');
  return { ...NOTHING, ...child };
}

async function workerAnsweredFor(tx: CommandTransaction, id: string, today: string): Promise<string> {
  const workerId = await workerNamed(tx, id, 'workerId', today);
  const { viewer } = tx;
  const answersFor = workerId === viewer.workerId || viewer.workers.includes(workerId) || holds(viewer, 'principal_social_worker', 'qpa_officer', 'director', 'head_of_service');
  if (!answersFor) throw refuse('ActionOutOfReach', 'You do not answer for this worker’s practice. Ask their line of management or QPA.', ['workerId']);
  return workerId;
}
