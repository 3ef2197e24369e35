import { globalId } from '@qaf/graph';
import { childOf, type StageChild } from './children';
import { send } from './commands';
import { inDays } from './days';
import type { Stage } from './stage';

/** A thing as a command needs it. */
export interface Thing {
  id: string;
  version: number;
}

/** One of each thing that the four parts change, about one child of the north team. */
export interface Things {
  child: StageChild;
  session: Thing;
  audit: Thing;
  views: Thing;
  action: Thing;
}

export async function plannedSession(stage: Stage, plannedFor = '2026-11-02'): Promise<Thing> {
  const planned = await send(stage, 'northManager', 'planSupervision', { workerId: globalId('Worker', stage.people.northWorker.id), plannedFor, kind: 'CASE' }, 'session { id version }');
  return planned['session'];
}

export async function openedAction(stage: Stage, child: StageChild, more: object = {}): Promise<Thing> {
  const opened = await send(
    stage,
    'quality',
    'openAction',
    {
      title: 'Bring the plan up to date',
      sourceKind: 'REVIEW',
      childId: child.id,
      ownerId: globalId('Worker', stage.people.northManager.id),
      verifierId: globalId('Worker', stage.people.serviceManager.id),
      dueOn: inDays(60),
      ...more,
    },
    'action { id version }',
  );
  return opened['action'];
}

export async function allocatedAudit(stage: Stage, child: StageChild): Promise<Thing> {
  const allocated = await send(stage, 'quality', 'allocateAudit', { childId: child.id, auditorId: globalId('Worker', stage.people.southManager.id), toolCode: 'child-journey', dueOn: inDays(120) }, 'audit { id version }');
  return allocated['audit'];
}

export async function recordedViews(stage: Stage, child: StageChild, onDate = '2026-10-05'): Promise<Thing> {
  const recorded = await send(stage, 'northWorker', 'recordViews', { childId: child.id, occasion: 'VISIT', onDate, seen: true, seenAlone: false }, 'viewsRecord { id version }');
  return recorded['viewsRecord'];
}

export async function allThings(stage: Stage): Promise<Things> {
  const child = await childOf(stage, 'north', 'northWorker');
  const [session, audit, views, action] = await Promise.all([plannedSession(stage), allocatedAudit(stage, child), recordedViews(stage, child), openedAction(stage, child)]);
  return { child, session, audit, views, action };
}
