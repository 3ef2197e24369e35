import type { SubgraphName } from '@qaf/database';

function me(schema: SubgraphName): string {
  return `(select ${schema}.viewer_worker())`;
}

/** A row about a locked child is there for those alone whom the lock names, and for machines. Read once for a statement. */
export function unbarred(schema: SubgraphName, child = 'child_id'): string {
  return `${child} is null or ${child} <> all(array(select l.child_id from ${schema}.child_lock l where l.locked and not coalesce(${me(schema)} = any(l.worker_ids), false)))
    or (select ${schema}.viewer_holds('machine_import', 'machine_event'))`;
}

/** The children whose lock names the viewer: they see the child, wherever they stand. */
export function named(schema: SubgraphName, child = 'child_id'): string {
  return `${child} = any(array(select l.child_id from ${schema}.child_lock l where l.locked and ${me(schema)} = any(l.worker_ids)))`;
}

/** The children whom the viewer sees for a day in an emergency. It ends by itself. */
export function seenInEmergency(schema: SubgraphName, child = 'child_id'): string {
  return `${child} = any(array(select e.child_id from ${schema}.emergency_access e where e.worker_id = ${me(schema)} and e.until > now()))`;
}
