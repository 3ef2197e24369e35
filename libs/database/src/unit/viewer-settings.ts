import { isNobody, rolesOf, type Viewer } from '@qaf/identity';
import { escapeLiteral } from 'pg';

/** A viewer as the transaction settings that every row rule reads. Lists are PostgreSQL array literals. */
export function viewerSettings(viewer: Viewer): Record<string, string> {
  return {
    'qaf.person': isNobody(viewer) ? '' : viewer.personId,
    'qaf.worker': viewer.workerId ?? '',
    'qaf.roles': list(rolesOf(viewer)),
    'qaf.teams': list(viewer.teams),
    'qaf.own_teams': list(viewer.ownTeams),
    'qaf.services': list(viewer.services),
    'qaf.workers': list(viewer.workers),
    'qaf.agencies': list(viewer.agencies),
    'qaf.request': viewer.requestId,
    'qaf.purpose': viewer.purpose ?? '',
  };
}

/** One statement text that opens a transaction and names its viewer: one round trip, and no row is visible before it. */
export function openingStatement(viewer: Viewer): string {
  return opened(viewerSettings(viewer));
}

/**
 * The same for reading alone. Its statements are asked again and again with other values and are planned for any value,
 * once: the plans are held to indexes by tests.
 */
export function readingStatement(viewer: Viewer): string {
  return opened({ ...viewerSettings(viewer), plan_cache_mode: 'force_generic_plan' });
}

function opened(settings: Record<string, string>): string {
  const calls = Object.entries(settings).map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`);
  return `begin; select ${calls.join(', ')}`;
}

function list(values: readonly string[]): string {
  return `{${values.join(',')}}`;
}
