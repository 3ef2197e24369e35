import { ENGLAND } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import type { DomainEvent } from '@qaf/record';
import { dueAfterInadequate } from '../action/action.rules';
import { type AuditPlace, keepAuditPlace } from '../audit/audit-place.service';
import { lockedFor } from '../child-lock/locked-for';
import { placesOf, worksHere } from '../worker/worker-place.service';
import { serviceOf } from './open-action.subject';
import { insertAction } from './open-action.service';

type Concerned = Pick<AuditPlace, 'childId' | 'workerId' | 'auditorId' | 'submittedOn'>;

const TITLE = 'Put right what the audit found inadequate';
const MEASURE = 'An audit of the same case, done again, grades it above inadequate.';

/** Keeps where a submitted audit belongs; one graded inadequate opens an action, once. */
export async function auditSubmitted(tx: CommandTransaction, event: DomainEvent): Promise<void> {
  const audit = auditOf(event);
  await keepAuditPlace(tx, audit);
  if (audit.grade !== 'INADEQUATE' || (await alreadyFollowed(tx, audit.auditId))) return;
  const people = await peopleFor(tx, audit);
  await insertAction(tx, {
    title: TITLE,
    description: null,
    sourceKind: 'AUDIT',
    sourceId: audit.auditId,
    sourceEvent: event.id,
    sourceGrade: audit.grade,
    childId: audit.childId,
    ...people,
    deputyId: null,
    openedById: null,
    workerId: audit.workerId,
    teamId: audit.teamId,
    serviceId: await serviceOf(tx, audit.teamId),
    dueOn: dueAfterInadequate(audit.submittedOn, ENGLAND),
    measure: MEASURE,
    themeCode: null,
    priorityCode: null,
    openedOn: audit.submittedOn,
  }, new Date(event.occurredAt));
}

/** A second grade counts instead of the first: one lowered to inadequate opens the action that the first did not. */
export async function auditModerated(tx: CommandTransaction, event: DomainEvent): Promise<void> {
  const { moderatedOn, ...data } = event.data as unknown as Omit<AuditPlace, 'submittedOn'> & { moderatedOn: string };
  await auditSubmitted(tx, { ...event, data: { ...data, submittedOn: moderatedOn } as unknown as DomainEvent['data'] });
}

function auditOf(event: DomainEvent): AuditPlace {
  const data = event.data as unknown as AuditPlace;
  return { ...data, workerId: data.workerId ?? null, teamId: data.teamId ?? null };
}

/** An audit that is submitted again, after moderation say, has its action already. */
async function alreadyFollowed(tx: CommandTransaction, auditId: string): Promise<boolean> {
  const rows = await tx.query(`select 1 from action where source_kind = 'AUDIT' and source_id = $1 and source_event is not null and state <> 'CANCELLED'`, [auditId]);
  return rows.length > 0;
}

/**
 * The worker's manager owes the action, else the worker, else the auditor; never somebody who has left. Where the child is
 * locked, only those whom the lock names would see it: the first of these whom it names, else whoever locked it.
 */
export async function peopleFor(tx: CommandTransaction, audit: Concerned): Promise<{ ownerId: string; verifierId: string | null }> {
  const named = await lockedFor(tx, audit.childId);
  const sees = (id: string): boolean => named === null || named.includes(id);
  const ownerId = (await owners(tx, audit, named ?? [])).find(sees) ?? audit.auditorId;
  return { ownerId, verifierId: ownerId !== audit.auditorId && sees(audit.auditorId) ? audit.auditorId : null };
}

/** Who could owe it, the first the best. Somebody of whom no event has told is taken to work here; only one who is known to have left is passed over. */
async function owners(tx: CommandTransaction, audit: Concerned, named: readonly string[]): Promise<string[]> {
  const managerId = (audit.workerId && (await placesOf(tx, [audit.workerId])).get(audit.workerId)?.managerId) || null;
  const candidates = [managerId, audit.workerId, audit.auditorId, ...named].filter((id) => id !== null);
  const places = await placesOf(tx, candidates);
  return candidates.filter((id) => !places.has(id) || worksHere(places.get(id), audit.submittedOn));
}
