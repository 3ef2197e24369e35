import type { Routes } from './event/domain-event';

/** Which subgraphs hear which events: what happens in one part of the graph and matters in another. */
export const ROUTES: Routes = {
  'workforce.worker.moved.v1': ['casework', 'governance'],
  'workforce.worker.left.v1': ['casework', 'governance'],
  'casework.audit.submitted.v1': ['governance'],
  'casework.audit.moderated.v1': ['governance'],
  'casework.audit.reminded.v1': [],
  'casework.rag-form.given.v1': ['governance'],
  'casework.cp-plan.ended.v1': ['voice'],
  'casework.views.imported.v1': ['voice'],
  'casework.child.changed.v1': ['workforce', 'voice', 'governance'],
  'casework.children.changed.v1': ['workforce', 'voice', 'governance'],
  'casework.child.locked.v1': ['workforce', 'voice', 'governance'],
  'casework.child.unlocked.v1': ['workforce', 'voice', 'governance'],
  'casework.child.merged.v1': ['workforce', 'voice', 'governance'],
  'casework.access.extended.v1': ['voice', 'governance'],
  'governance.action.opened.v1': ['casework'],
  'governance.action.closed.v1': ['casework'],
};

/** The routes of one subgraph's own events. */
export function routesFrom(name: string): Routes {
  return Object.fromEntries(Object.entries(ROUTES).filter(([type]) => type.startsWith(`${name}.`)));
}
