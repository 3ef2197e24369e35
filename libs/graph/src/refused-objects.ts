import type { GraphContext } from './context';
import { anyGlobalId } from './global-id';

/** After so many it stops looking: no input of the graph names more things than this. */
const MOST = 200;

/** Puts on record that the viewer was refused an act on the things that its arguments name: the act and a code alone. */
export function recordRefusal(context: GraphContext, action: string, outcome: string, args: unknown): void {
  for (const [type, ids] of namedIn(args, context.unit.refusalTypes)) context.unit.refused(type, ids, action, outcome);
}

/** The UUIDs that global ids within a value name, by type; those of other types are left out. */
export function namedIn(value: unknown, types: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let left = MOST;
  const visit = (inner: unknown): void => {
    if (left === 0) return;
    if (typeof inner === 'string') {
      const named = anyGlobalId(inner);
      if (!named || !types.includes(named.type)) return;
      left -= 1;
      found.set(named.type, [...(found.get(named.type) ?? []), named.uuid]);
    } else if (inner !== null && typeof inner === 'object' && !(inner instanceof Date)) Object.values(inner).forEach(visit);
  };
  visit(value);
  return found;
}
