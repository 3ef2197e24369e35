import type { SubgraphName } from '../subgraph-name';

const IDS = ['teams', 'own_teams', 'services', 'workers', 'agencies'] as const;

/** A setting that was never set is null, and after a transaction that set it it is empty: both are nobody. */
function setting(name: string): string {
  return `nullif(current_setting('qaf.${name}', true), '')`;
}

function define(schema: SubgraphName, signature: string, type: string, expression: string): string {
  return `create or replace function ${schema}.${signature} returns ${type} language sql stable parallel safe return ${expression};`;
}

/** The functions that policies ask about the viewer. Without a viewer they answer null, empty or false. */
export function viewerFunctions(schema: SubgraphName): string {
  return [
    define(schema, 'viewer_person()', 'uuid', `${setting('person')}::uuid`),
    define(schema, 'viewer_worker()', 'uuid', `${setting('worker')}::uuid`),
    ...IDS.map((name) => define(schema, `viewer_${name}()`, 'uuid[]', `coalesce(${setting(name)}::uuid[], '{}'::uuid[])`)),
    define(schema, 'viewer_holds(variadic roles text[])', 'boolean', `coalesce(${setting('roles')}::text[] && roles, false)`),
  ].join('\n');
}
