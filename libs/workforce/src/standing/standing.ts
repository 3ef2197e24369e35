import { todayInLondon } from '@qaf/calendar';
import type { Unit } from '@qaf/database';
import { isRole, type Grant, type Scope, type Standing } from '@qaf/identity';
import { LEADS_AUTHORITY, LEADS_SERVICE, LEADS_TEAM } from './standing.rules';

interface PersonRow {
  id: string;
  workerId: string | null;
  displayName: string;
  agencyId: string | null;
}

/**
 * Where a person stands as of a moment: roles held, teams and services led, workers below in the line of management.
 * Null for nobody known, and for somebody whose time here has ended.
 */
export async function standingOf(unit: Unit, subject: string, now: Date): Promise<Standing | null> {
  const today = todayInLondon(now);
  const [person] = await unit.query<PersonRow>(
    `select p.id, p.worker_id as "workerId", p.display_name as "displayName", p.agency_id as "agencyId" from person p
     where p.subject = $1 and p.active_from <= $2::date and (p.active_to is null or $2::date < p.active_to)`,
    [subject, today],
  );
  if (!person) return null;
  const grants = await grantsOf(unit, person.id, today);
  const [services, workers, ownTeams] = await Promise.all([servicesLed(unit, grants, today), workersBelow(unit, person.workerId, today), teamsBelongedTo(unit, person.workerId, today)]);
  const teams = await teamsLed(unit, grants, services, today);
  const agencies = person.agencyId ? [person.agencyId] : [];
  return { personId: person.id, workerId: person.workerId, displayName: person.displayName, grants, teams, ownTeams, services, workers, agencies };
}

async function grantsOf(unit: Unit, personId: string, today: string): Promise<Grant[]> {
  const rows = await unit.query<{ role: string; scope: Scope; scopeId: string | null }>(
    `select role, scope, scope_id as "scopeId" from role_assignment
     where person_id = $1 and valid_from <= $2::date and (valid_to is null or $2::date < valid_to) order by role, scope_id`,
    [personId, today],
  );
  return rows.flatMap(({ role, scope, scopeId }) => (isRole(role) ? [{ role, scope, scopeId }] : []));
}

function scopes(grants: Grant[], roles: readonly string[], scope: Scope): string[] {
  return grants.filter((grant) => grant.scope === scope && roles.includes(grant.role)).flatMap((grant) => grant.scopeId ?? []);
}

async function servicesLed(unit: Unit, grants: Grant[], today: string): Promise<string[]> {
  const all = grants.some((grant) => grant.scope === 'authority' && (LEADS_AUTHORITY as readonly string[]).includes(grant.role));
  const rows = await unit.query<{ id: string }>(
    `select id from service where valid_from <= $1::date and (valid_to is null or $1::date < valid_to) and ($2 or id = any($3::uuid[])) order by id`,
    [today, all, scopes(grants, LEADS_SERVICE, 'service')],
  );
  return rows.map((row) => row.id);
}

async function teamsLed(unit: Unit, grants: Grant[], services: string[], today: string): Promise<string[]> {
  const rows = await unit.query<{ id: string }>(
    `select id from team where valid_from <= $1::date and (valid_to is null or $1::date < valid_to) and (service_id = any($2::uuid[]) or id = any($3::uuid[])) order by id`,
    [today, services, scopes(grants, LEADS_TEAM, 'team')],
  );
  return rows.map((row) => row.id);
}

async function teamsBelongedTo(unit: Unit, workerId: string | null, today: string): Promise<string[]> {
  if (!workerId) return [];
  const rows = await unit.query<{ id: string }>(
    `select team_id as id from team_membership where worker_id = $1 and valid_from <= $2::date and (valid_to is null or $2::date < valid_to)`,
    [workerId, today],
  );
  return rows.map((row) => row.id);
}

async function workersBelow(unit: Unit, workerId: string | null, today: string): Promise<string[]> {
  if (!workerId) return [];
  const rows = await unit.query<{ id: string }>(
    `with recursive below(id) as (
       select worker_id from management_line where manager_id = $1 and valid_from <= $2::date and (valid_to is null or $2::date < valid_to)
       union
       select l.worker_id from management_line l join below b on l.manager_id = b.id where l.valid_from <= $2::date and (l.valid_to is null or $2::date < l.valid_to))
     select id from below where id <> $1 order by id`,
    [workerId, today],
  );
  return rows.map((row) => row.id);
}
