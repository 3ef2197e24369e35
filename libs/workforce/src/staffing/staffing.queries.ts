import { addDays } from '@qaf/calendar';
import type { LoaderDefinition, Unit } from '@qaf/database';
import { inForce, vacantOn } from '../post/post.queries';
import type { Span } from './staffing.rules';

/** What is measured: a team, a service or the authority, in a period, of one role or of all. */
export interface StaffingScope extends Span {
  of: 'team' | 'service' | 'authority';
  /** Of the team or service; null for the authority. */
  id: string | null;
  roleCode: string | null;
  everyPost: boolean;
}

/** Hours in thousandths of full time. */
export interface StaffingCounts {
  people: number;
  fte: number;
  agency: number;
  agencyFte: number;
  posts: number;
  postFte: number;
  vacant: number;
  vacantFte: number;
  starters: number;
  starterFte: number;
  leavers: number;
  leaverFte: number;
}

export interface LostDays extends Span {
  fte: number;
  absenceId: string;
}

type Keyed<Row> = Row & { place: number };

/** $1 the teams or services, $2 the first day, $3 the last, $4 the role. */
function placed(scope: StaffingScope, alias: string): string {
  const place = { team: `${alias}.team_id = k.id`, service: `${alias}.service_id = k.id`, authority: 'true' }[scope.of];
  const role = scope.roleCode === null ? (scope.everyPost ? 'true' : `${alias}.role_code <> 'OUTSIDE_RETURN'`) : `${alias}.role_code = $4`;
  return `${place} and ${role}`;
}

const LAST = '$3::date';
/** Where somebody works on the last day: who acts up works there, and not in their own post. */
const WORKED = `(h.kind = 'ACTING' or not exists (select 1 from post_holding a where a.worker_id = h.worker_id and a.kind = 'ACTING' and ${inForce('a', LAST)}))`;
const sums = (name: string, fte: string, when: string): string => `count(*) filter (where ${when})::int as "${name}", coalesce(sum(h.fte_thousandths) filter (where ${when}), 0)::int as "${fte}"`;

function countsSql(scope: StaffingScope): string {
  const holdings = placed(scope, 'h');
  return `select k.place::int as place, s.*, p.*, b.*, e.* from unnest($1::uuid[]) with ordinality as k(id, place)
    cross join lateral (select ${sums('people', 'fte', 'not h.agency_worker')}, ${sums('agency', 'agencyFte', 'h.agency_worker')} from post_holding h where ${holdings} and ${inForce('h', LAST)} and ${WORKED}) s
    cross join lateral (select count(*)::int as posts, coalesce(sum(h.fte_thousandths), 0)::int as "postFte", count(*) filter (where v.vacant)::int as vacant, coalesce(sum(h.fte_thousandths) filter (where v.vacant), 0)::int as "vacantFte"
      from post h cross join lateral (select ${vacantOn('h', LAST)} as vacant) v where ${holdings} and ${inForce('h', LAST)}) p
    cross join lateral (select ${sums('starters', 'starterFte', 'true')} from post_holding h
      where ${holdings} and h.begins_employment and not h.agency_worker and h.valid_from between $2::date and ${LAST}) b
    cross join lateral (select ${sums('leavers', 'leaverFte', 'true')} from post_holding h
      where ${holdings} and h.ends_employment and not h.agency_worker and h.valid_to > $2::date and h.valid_to <= ${LAST} + 1
        and (h.kind = 'ACTING' or not exists (select 1 from post_holding a where a.worker_id = h.worker_id and a.kind = 'ACTING' and a.ends_employment and a.valid_to = h.valid_to))) e`;
}

/** Spans of sickness in each place, without the days on which the worker acted up elsewhere. */
function lostSql(scope: StaffingScope): string {
  return `select k.place::int as place, a.id as "absenceId", h.fte_thousandths as fte, lower(part)::text as "from", upper(part)::text as "before"
    from unnest($1::uuid[]) with ordinality as k(id, place)
    join post_holding h on ${placed(scope, 'h')} and not h.agency_worker and h.valid_from <= ${LAST} and (h.valid_to is null or h.valid_to > $2::date)
    join worker_absence a on a.worker_id = h.worker_id and a.reason_code = 'SICKNESS' and a.started_on <= ${LAST} and (a.returned_on is null or a.returned_on > $2::date)
    cross join lateral unnest(
      datemultirange(daterange($2::date, ${LAST}, '[]') * daterange(h.valid_from, h.valid_to) * daterange(a.started_on, a.returned_on))
      - case when h.kind = 'ACTING' then '{}'::datemultirange else coalesce((select range_agg(daterange(o.valid_from, o.valid_to)) from post_holding o where o.worker_id = h.worker_id and o.kind = 'ACTING'), '{}') end) as part`;
}

/** Scopes as loaders need them: texts that are the same for the same. */
export const keyOf = (scope: StaffingScope): string => JSON.stringify([scope.of, scope.id, scope.from, scope.before, scope.roleCode, scope.everyPost]);

export const countsOf: LoaderDefinition<string, StaffingCounts> = {
  name: 'staffing.counts',
  batch: async (unit, keys) => (await read<StaffingCounts>(unit, keys, countsSql)).map(([counts]) => counts as StaffingCounts),
};

export const lostDaysOf: LoaderDefinition<string, LostDays[]> = { name: 'staffing.lostDays', batch: (unit, keys) => read<LostDays>(unit, keys, lostSql) };

/** The rows of each scope; scopes that differ in their place alone are one statement. */
async function read<Row>(unit: Unit, keys: readonly string[], sqlOf: (scope: StaffingScope) => string): Promise<Row[][]> {
  const scopes = keys.map(scopeOf);
  const groups = new Map<string, number[]>();
  scopes.forEach((scope, index) => {
    const alike = keyOf({ ...scope, id: null });
    groups.set(alike, [...(groups.get(alike) ?? []), index]);
  });
  const answers: Row[][] = keys.map(() => []);
  for (const places of groups.values()) {
    const scope = scopes[places[0] as number] as StaffingScope;
    const params = [places.map((place) => scopes[place]?.id ?? null), scope.from, addDays(scope.before, -1), ...(scope.roleCode === null ? [] : [scope.roleCode])];
    for (const { place, ...row } of await unit.query<Keyed<Row>>(sqlOf(scope), params, 'each')) answers[places[place - 1] as number]?.push(row as Row);
  }
  return answers;
}

function scopeOf(key: string): StaffingScope {
  const [of, id, from, before, roleCode, everyPost] = JSON.parse(key) as [StaffingScope['of'], string | null, string, string, string | null, boolean];
  return { of, id, from, before, roleCode, everyPost };
}
