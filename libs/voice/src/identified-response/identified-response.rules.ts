import { holds, type Viewer } from '@qaf/identity';

export interface Place {
  workerId: string | null;
  teamId: string | null;
  iroId: string | null;
}

export interface Consent {
  sharedWithManagers: boolean;
  sharedWithQuality: boolean;
}

/** Whether a consent lets the viewer read the answers: the same rule as the row rule of the table. */
export function consentReaches(viewer: Viewer, place: Place, consent: Consent): boolean {
  const { workerId } = viewer;
  if (workerId !== null && (workerId === place.workerId || workerId === place.iroId)) return true;
  const over = (place.teamId !== null && viewer.teams.includes(place.teamId)) || (place.workerId !== null && viewer.workers.includes(place.workerId));
  if (consent.sharedWithManagers && (over || holds(viewer, 'principal_iro'))) return true;
  return consent.sharedWithQuality && holds(viewer, 'principal_social_worker', 'qpa_officer');
}
