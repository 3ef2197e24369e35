import { datedLoader, rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import type { Team } from './team.type';

export const TEAM_COLUMNS = `t.id, t.code, t.name, t.valid_from as "validFrom", t.valid_to as "validTo", t.service_id as "serviceId"`;

/** With the team's service, whom a page of something else asks with it: one statement instead of two, and not one after the other. */
const ITS_SERVICE = `json_build_object('id', s.id, 'code', s.code, 'name', s.name, 'kind', s.kind, 'validFrom', s.valid_from, 'validTo', s.valid_to) as within`;

export const teamById = rowLoader<Team>('team.byId', (unit, ids) =>
  unit.query(`select ${TEAM_COLUMNS}, ${ITS_SERVICE} from team t join service s on s.id = t.service_id where t.id = any($1::uuid[])`, [ids]),
);

export const teamsOfService = datedLoader<Team>('team.ofService', (unit, ids, days) =>
  unit.query(
    `select ${TEAM_COLUMNS}, k.id as "askedId", k.day as "askedOn" from unnest($1::uuid[], $2::date[]) as k(id, day)
     join team t on t.service_id = k.id and t.valid_from <= k.day and (t.valid_to is null or k.day < t.valid_to) order by t.name, t.id`,
    [ids, days],
  ),
);

/** The team that each worker belongs to on a day. */
export const teamOfWorker = datedLoader<Team>('team.ofWorker', (unit, ids, days) =>
  unit.query(
    `select ${TEAM_COLUMNS}, k.id as "askedId", k.day as "askedOn" from unnest($1::uuid[], $2::date[]) as k(id, day)
     join team_membership m on m.worker_id = k.id and m.valid_from <= k.day and (m.valid_to is null or k.day < m.valid_to)
     join team t on t.id = m.team_id`,
    [ids, days],
  ),
);

export const TEAMS: ListDefinition<Team> = {
  name: 'teams',
  columns: TEAM_COLUMNS,
  from: 'team t',
  id: 't.id',
  orders: { NAME: { terms: [{ sql: 't.name', type: 'text' }] } },
};
