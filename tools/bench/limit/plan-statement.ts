/**
 * The change in one statement: the key is claimed, the session made, the change put on record and the answer kept with the key.
 * $1 person, $2 key, $3 fingerprint, $4 worker, $5 day, $6 kind, $7 the session's new id, $8 the supervisor.
 */
export const PLAN = `
  with whom as (select w.id, w.display_name, m.team_id from workforce.worker w
      left join workforce.team_membership m on m.worker_id = w.id and m.valid_from <= $5::date and (m.valid_to is null or $5::date < m.valid_to)
      where w.id = $4 and (w.left_on is null or w.left_on >= $5::date)),
    claim as (insert into workforce.command_log (person_id, key, command, fingerprint, outcome)
      select $1, $2, 'planSupervision', $3, json_build_object('__typename', 'PlanSupervisionSuccess', 'sessionId', $7::uuid) from whom on conflict (person_id, key) do nothing returning key),
    made as (insert into workforce.supervision_session (id, worker_id, supervisor_id, team_id, kind, state, planned_for)
      select $7, whom.id, $8, whom.team_id, $6, 'PLANNED', $5::date from whom, claim returning id, kind, state, planned_for),
    r1 as (insert into workforce.access_record (operation, entity_type, ids, action, outcome) select 'CHANGE', 'SupervisionSession', array[id], 'planSupervision', 'GIVEN' from made),
    r2 as (insert into workforce.access_record (operation, entity_type, ids, action, outcome) select 'READ', 'SupervisionSession', array[id], 'planSupervision', 'GIVEN' from made)
  select json_build_object('data', json_build_object('planSupervision', json_build_object('__typename', 'PlanSupervisionSuccess', 'session',
    json_build_object('kind', made.kind, 'state', made.state, 'plannedFor', made.planned_for, 'worker', json_build_object('displayName', whom.display_name)))))::text as body from made, whom`;
