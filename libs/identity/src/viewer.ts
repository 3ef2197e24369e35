import type { Role, Scope } from './roles';

/** One role that a person holds today, and where it counts. `scopeId` is a team, service or agency; null for self and authority. */
export interface Grant {
  role: Role;
  scope: Scope;
  scopeId: string | null;
}

/**
 * Where a person stands as of now: who they are, and the teams, services, workers and agencies they stand over.
 * Ids are plain UUIDs. A date asked about never changes it.
 */
export interface Standing {
  personId: string;
  /** The person's worker record; null for members, partners and machines. */
  workerId: string | null;
  displayName: string;
  grants: Grant[];
  /** Teams led, directly or through a service or the authority. */
  teams: string[];
  /** Teams the person belongs to. */
  ownTeams: string[];
  /** Services led. */
  services: string[];
  /** Workers below the person in the line of management, at every level, without the person. */
  workers: string[];
  /** Partner agencies the person belongs to. */
  agencies: string[];
}

/** A standing on one request. Everything below the gateway is asked as a viewer; there is no other way in. */
export interface Viewer extends Standing {
  /** Joins logs, errors and the access record of one request. */
  requestId: string;
  /** Why the person looks, where the platform asks; null otherwise. */
  purpose: string | null;
}

/** Nobody: what a child with a one-time token is until the token is checked. Sees no rows. */
export function nobody(requestId: string): Viewer {
  return { personId: NIL, workerId: null, displayName: '', grants: [], teams: [], ownTeams: [], services: [], workers: [], agencies: [], requestId, purpose: null };
}

/** A machine with one narrow role: an import, the handling of events, looking up where a person stands, keeping the record of access, or summing facts for reports. */
export function machine(role: Extract<Role, 'machine_import' | 'machine_event' | 'machine_identity' | 'machine_record' | 'machine_report'>, requestId: string): Viewer {
  const personId = { machine_import: IMPORT_PERSON, machine_event: EVENT_PERSON, machine_identity: IDENTITY_PERSON, machine_record: RECORD_PERSON, machine_report: REPORT_PERSON }[role];
  return { ...nobody(requestId), personId, displayName: role, grants: [{ role, scope: 'authority', scopeId: null }] };
}

export const NIL = '00000000-0000-0000-0000-000000000000';
export const IMPORT_PERSON = '00000000-0000-4000-8000-000000000001';
export const EVENT_PERSON = '00000000-0000-4000-8000-000000000002';
export const IDENTITY_PERSON = '00000000-0000-4000-8000-000000000003';
export const RECORD_PERSON = '00000000-0000-4000-8000-000000000004';
export const REPORT_PERSON = '00000000-0000-4000-8000-000000000005';

export function isNobody(viewer: Viewer): boolean {
  return viewer.personId === NIL;
}

export function rolesOf(viewer: Pick<Viewer, 'grants'>): Role[] {
  return [...new Set(viewer.grants.map((grant) => grant.role))];
}

export function holds(viewer: Pick<Viewer, 'grants'>, ...roles: Role[]): boolean {
  return viewer.grants.some((grant) => roles.includes(grant.role));
}
