import type { CommandTransaction } from '@qaf/database';
import { publishMany } from '@qaf/record';
import type { EthnicityGroup } from './ethnicity-group.rules';

/** How many facts one event carries at most: a receiver takes each event in one transaction. */
const AT_ONCE = 200;

/** Who holds a child now. Ids are UUIDs. */
export interface ChildPlaced {
  childId: string;
  workerId: string | null;
  teamId: string | null;
  iroId: string | null;
}

/** A child protection plan that has ended; `endedOn` is YYYY-MM-DD. */
export interface PlanEnded {
  episodeId: string;
  childId: string;
  endedOn: string;
  workerId: string | null;
  teamId: string | null;
}

/** What an import says of how a child was seen and heard on one occasion; `sourceId` is the visit's or meeting's id. */
export interface ViewsFact {
  childId: string;
  kind: 'VISIT' | 'LAC_REVIEW' | 'CP_CONFERENCE';
  sourceId: string;
  on: string;
  seen: boolean | null;
  seenAlone: boolean | null;
  participationCode: string | null;
  workerId: string | null;
  teamId: string | null;
  /** The team that held the child on the day, and its service. */
  heldByTeamId?: string | null;
  heldByServiceId?: string | null;
  /** A broad group, never the code. */
  ethnicityGroup?: EthnicityGroup;
}

/** Tells that one child is held by others now. */
export async function tellChildChanged(tx: CommandTransaction, child: ChildPlaced): Promise<void> {
  await publishMany(tx, 'casework', [{ type: 'casework.child.changed.v1', subject: `child:${child.childId}`, data: child }]);
}

/** Tells that many children are held by others now, as after an import: two hundred in one event. */
export async function tellChildrenChanged(tx: CommandTransaction, children: readonly ChildPlaced[]): Promise<void> {
  await publishMany(tx, 'casework', batches(children).map((batch) => ({ type: 'casework.children.changed.v1', subject: 'children:import', data: { children: batch } })));
}

/** Tells that plans ended: each raises the questionnaires for the child and the parents. */
export async function tellPlansEnded(tx: CommandTransaction, plans: readonly PlanEnded[]): Promise<void> {
  await publishMany(tx, 'casework', plans.map((plan) => ({ type: 'casework.cp-plan.ended.v1', subject: `child:${plan.childId}`, data: plan })));
}

/** Tells what an import says of children's part in visits, reviews and conferences: two hundred in one event. */
export async function tellViewsImported(tx: CommandTransaction, facts: readonly ViewsFact[]): Promise<void> {
  await publishMany(tx, 'casework', batches(facts).map((batch) => ({ type: 'casework.views.imported.v1', subject: 'children:import', data: { facts: batch } })));
}

function batches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, index) => all.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
}
