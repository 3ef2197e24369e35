import { holds, type Viewer } from '@qaf/identity';
import type { ActionMove } from './action.state';

/** How somebody stands towards one action. */
export type Part = 'OWNER' | 'DEPUTY' | 'VERIFIER' | 'CHAIN' | 'OVERSIGHT';

export interface Parties {
  ownerId: string;
  deputyId: string | null;
  verifierId: string | null;
  workerId: string | null;
  teamId: string | null;
  serviceId: string | null;
}

/** Who does an action, and who watches over it. Nobody is both: the one who owes an action does not judge it or move its date. */
const DOERS: Part[] = ['OWNER', 'DEPUTY', 'CHAIN', 'OVERSIGHT'];
const WATCHERS: Part[] = ['VERIFIER', 'CHAIN', 'OVERSIGHT'];

export const MAY_MOVE: Record<ActionMove, { who: Part[]; notTheDoer: boolean }> = {
  reportProgress: { who: DOERS, notTheDoer: false },
  complete: { who: DOERS, notTheDoer: false },
  verify: { who: WATCHERS, notTheDoer: true },
  return: { who: WATCHERS, notTheDoer: true },
  changeOwner: { who: WATCHERS, notTheDoer: true },
  changeDueDate: { who: WATCHERS, notTheDoer: true },
  escalate: { who: [...DOERS, ...WATCHERS], notTheDoer: false },
  attachEvidence: { who: [...DOERS, ...WATCHERS], notTheDoer: false },
  cancel: { who: WATCHERS, notTheDoer: true },
};

/** The parts that a viewer has in an action, by where they stand now. */
export function partsOf(viewer: Viewer, action: Parties): Part[] {
  const me = viewer.workerId;
  const parts: Part[] = [];
  if (me !== null && me === action.ownerId) parts.push('OWNER');
  if (me !== null && me === action.deputyId) parts.push('DEPUTY');
  if (me !== null && me === action.verifierId) parts.push('VERIFIER');
  if (inChain(viewer, action)) parts.push('CHAIN');
  if (holds(viewer, 'principal_social_worker', 'qpa_officer', 'director', 'head_of_service', 'machine_event')) parts.push('OVERSIGHT');
  return parts;
}

/** Whether somebody with these parts may make the move. */
export function mayMove(parts: Part[], move: ActionMove): boolean {
  const rule = MAY_MOVE[move];
  if (rule.notTheDoer && isDoer(parts)) return false;
  return parts.some((part) => rule.who.includes(part));
}

export function isDoer(parts: Part[]): boolean {
  return parts.includes('OWNER') || parts.includes('DEPUTY');
}

function inChain(viewer: Viewer, action: Parties): boolean {
  const within = (ids: readonly string[], id: string | null) => id !== null && ids.includes(id);
  return within(viewer.workers, action.ownerId) || within(viewer.workers, action.workerId) || within(viewer.teams, action.teamId) || within(viewer.services, action.serviceId);
}
