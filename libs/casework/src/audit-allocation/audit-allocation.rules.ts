import { refuse, type Refusal } from '@qaf/graph';
import { holds, type Viewer } from '@qaf/identity';

/** Who would audit whom. Ids are UUIDs. */
export interface Pairing {
  auditorId: string;
  auditorLeftOn: string | null;
  workerId: string | null;
  /** The worker's manager today. */
  managerId: string | null;
  withWorker: boolean;
}

/** Why this auditor may not audit this worker's case, or null. `today` is YYYY-MM-DD. */
export function pairingFault(pairing: Pairing, today: string, path: string[]): Refusal | null {
  const { auditorId, auditorLeftOn, workerId, managerId, withWorker } = pairing;
  if (auditorLeftOn !== null && auditorLeftOn < today) return refuse('AuditorHasLeft', 'This auditor no longer works here. Choose another.', path);
  if (workerId === auditorId) return refuse('AuditorIsWorker', 'Nobody audits a case of their own. Choose another auditor.', path);
  if (managerId === auditorId && !withWorker) {
    return refuse('AuditorManagesWorker', 'The auditor manages the worker whose case this is. Choose another, or audit together with the worker.', path);
  }
  return null;
}

/** What decides in whose stream an audit lies. */
export interface Streamed {
  auditorId: string;
  workerId: string | null;
  teamId: string | null;
}

/**
 * Whether the viewer leads audits where this one lies: quality everywhere, the Principal IRO where an IRO of theirs audits
 * or is audited, the front door and early help managers in their own teams.
 */
export function leadsAudit(viewer: Viewer, audit: Streamed): boolean {
  if (holds(viewer, 'principal_social_worker', 'qpa_officer')) return true;
  const mine = (worker: string | null): boolean => worker !== null && (worker === viewer.workerId || viewer.workers.includes(worker));
  if (holds(viewer, 'principal_iro') && (mine(audit.auditorId) || mine(audit.workerId))) return true;
  return holds(viewer, 'compass_service_manager', 'early_help_service_manager') && audit.teamId !== null && viewer.teams.includes(audit.teamId);
}

export const AUDIT_KINDS = ['CHILD_JOURNEY', 'THEMED', 'JOINT'] as const;

/** A month as YYYY-MM. */
export function isMonth(text: string): boolean {
  return /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text);
}
