/**
 * One statement for each reading operation: it finds the rows under the row rules, puts them on the record of access and
 * answers the whole body as JSON text. It may join across the four schemas, which no subgraph may.
 */
const id = (type: string, column: string): string => `rtrim(translate(encode(convert_to('${type}:' || ${column}, 'UTF8'), 'base64'), '+/' || chr(10), '-_'), '=')`;

const record = (schema: string, type: string, from: string, action: string, column = 'id'): string => `
  insert into ${schema}.access_record (operation, entity_type, ids, action, outcome)
  select 'READ', '${type}', array_agg(distinct ${column}), '${action}', 'GIVEN' from ${from} where ${column} is not null having count(*) > 0`;

const edges = (rows: string, node: string, order: string): string => `json_build_object('edges', (select coalesce(json_agg(json_build_object('node', ${node}) order by ${order}), '[]') from ${rows}))`;

const BELOW = `any((select casework.viewer_workers())::uuid[])`;
const ME = '(select casework.viewer_worker())';
const NEAR_AUDITS = `a.id = any(array(select b.id from casework.audit b where b.auditor_id = ${ME} or b.moderator_id = ${ME} or b.worker_id = ${ME}
  or b.worker_id = ${BELOW} or b.auditor_id = ${BELOW} or b.team_id = any((select casework.viewer_teams())::uuid[])))`;
const GRADE = 'coalesce(a.moderated_grade, a.judged_grade)';

const WORKER = `
  select json_build_object('data', json_build_object('worker', (
    select json_build_object('id', ${id('Worker', 'w.id')}, 'displayName', w.display_name, 'jobTitle', w.job_title, 'team', (
      select json_build_object('name', t.name) from workforce.team_membership m join workforce.team t on t.id = m.team_id
      where m.worker_id = w.id and m.valid_from <= current_date and (m.valid_to is null or current_date < m.valid_to) limit 1))
    from workforce.worker w where w.id = $1)))::text as body`;

const audits = (near: string): string => `
  with a as (select a.id, a.state, ${GRADE} as grade, a.due_on, a.child_id, c.id as seen_child, c.case_reference, w.display_name, t.name
      from (select * from casework.audit a where ${near} order by a.due_on, a.id limit 51) a
      left join casework.child c on c.id = a.child_id left join workforce.worker w on w.id = a.worker_id left join workforce.team t on t.id = a.team_id),
    page as (select * from a order by due_on, id limit 50),
    r1 as (${record('casework', 'Audit', 'page', 'audits')}),
    r2 as (${record('casework', 'Child', 'page', 'audits', 'seen_child')})
  select json_build_object('data', json_build_object('audits', json_build_object('edges', (select coalesce(json_agg(json_build_object('node', json_build_object(
      'id', ${id('Audit', 'id')}, 'state', state, 'grade', grade, 'dueOn', due_on, 'child', case when seen_child is not null then json_build_object('caseReference', case_reference) end,
      'worker', case when display_name is not null then json_build_object('displayName', display_name) end, 'team', case when name is not null then json_build_object('name', name) end)) order by due_on, id), '[]') from page),
    'pageInfo', json_build_object('hasNextPage', (select count(*) > 50 from a)))))::text as body`;

const MANAGER = `
  with members as (select w.id, w.display_name, w.job_title, (select max(s.held_on) from workforce.supervision_session s where s.worker_id = w.id and s.state = 'HELD') as last_on
      from workforce.team_membership m join workforce.worker w on w.id = m.worker_id
      where m.team_id = $1 and m.valid_from <= current_date and (m.valid_to is null or current_date < m.valid_to)),
    allocated as (select m.id as worker_id, c.* from members m cross join lateral
      (select c.id, c.case_reference from casework.child c where c.worker_id = m.id order by c.case_reference, c.id limit 5) c),
    a as (select a.id, a.state, ${GRADE} as grade, a.due_on, w.display_name from
      (select * from casework.audit a where ${NEAR_AUDITS} and a.team_id = $1 order by a.due_on, a.id limit 10) a left join workforce.worker w on w.id = a.worker_id),
    act as (select a.id, a.title, a.state, a.due_on, w.display_name from
      (select * from governance.action a where a.team_id = $1 order by a.due_on, a.id limit 10) a left join workforce.worker w on w.id = a.owner_id),
    r1 as (${record('casework', 'Audit', 'a', 'audits')}),
    r2 as (${record('casework', 'Child', 'allocated', '_entities')}),
    r3 as (${record('governance', 'Action', 'act', 'actions')})
  select json_build_object('data', json_build_object(
    'team', (select json_build_object('name', t.name, 'service', (select json_build_object('name', s.name) from workforce.service s where s.id = t.service_id),
      'workers', (select json_agg(json_build_object('displayName', m.display_name, 'jobTitle', m.job_title, 'lastSupervisedOn', m.last_on,
        'childrenAllocated', ${edges('allocated c where c.worker_id = m.id', `json_build_object('caseReference', c.case_reference)`, 'c.case_reference, c.id')}) order by m.display_name, m.id) from members m))
      from workforce.team t where t.id = $1),
    'audits', ${edges('a', `json_build_object('state', state, 'grade', grade, 'dueOn', due_on, 'worker', case when display_name is not null then json_build_object('displayName', display_name) end)`, 'due_on, id')},
    'actions', ${edges('act', `json_build_object('title', title, 'state', state, 'dueOn', due_on, 'owner', case when display_name is not null then json_build_object('displayName', display_name) end)`, 'due_on, id')}
  ))::text as body`;

const TIMELINE = `
  with c as (select * from casework.child where id = $1),
    e as (select id, kind, started_on, ended_on from casework.episode where child_id = $1 order by coalesce(started_on, date '1900-01-01') desc, id desc limit 25),
    m as (select id, kind, held_on, participation_code from casework.case_meeting where child_id = $1 order by held_on desc, id desc limit 25),
    v as (select id, kind, visited_on from casework.visit where child_id = $1 order by visited_on desc, id desc limit 25),
    a as (select a.id, a.state, ${GRADE} as grade, a.due_on, a.allocated_on from casework.audit a where child_id = $1 order by allocated_on desc, id desc limit 25),
    w as (select id, occasion, on_date, seen, seen_alone from voice.views_record where child_id = $1 order by on_date desc, id desc limit 25),
    d as (select id, held_on, decision from workforce.case_discussion where child_id = $1 order by held_on desc, id desc limit 25),
    act as (select id, title, state, due_on from governance.action where child_id = $1 order by due_on, id limit 25),
    r1 as (${record('casework', 'Child', 'c', 'child')}), r2 as (${record('casework', 'Episode', 'e', 'child')}), r3 as (${record('casework', 'CaseMeeting', 'm', 'child')}),
    r4 as (${record('casework', 'Visit', 'v', 'child')}), r5 as (${record('casework', 'Audit', 'a', 'child')}), r6 as (${record('voice', 'ViewsRecord', 'w', '_entities')}),
    r7 as (${record('workforce', 'CaseDiscussion', 'd', '_entities')}), r8 as (${record('governance', 'Action', 'act', '_entities')})
  select json_build_object('data', json_build_object('child', (select json_build_object('caseReference', c.case_reference, 'birthYear', c.birth_year,
    'team', (select json_build_object('name', t.name) from workforce.team t where t.id = c.team_id),
    'allocatedWorker', (select json_build_object('displayName', k.display_name) from workforce.worker k where k.id = c.worker_id),
    'episodes', ${edges('e', `json_build_object('kind', kind, 'startedOn', started_on, 'endedOn', ended_on)`, `coalesce(started_on, date '1900-01-01') desc, id desc`)},
    'reviews', ${edges('m', `json_build_object('kind', kind, 'heldOn', held_on, 'participationCode', participation_code)`, 'held_on desc, id desc')},
    'visits', ${edges('v', `json_build_object('kind', kind, 'visitedOn', visited_on)`, 'visited_on desc, id desc')},
    'audits', ${edges('a', `json_build_object('state', state, 'grade', grade, 'dueOn', due_on)`, 'allocated_on desc, id desc')},
    'views', ${edges('w', `json_build_object('occasion', occasion, 'onDate', on_date, 'seen', seen, 'seenAlone', seen_alone)`, 'on_date desc, id desc')},
    'supervisionDiscussions', ${edges('d', `json_build_object('heldOn', held_on, 'decision', decision)`, 'held_on desc, id desc')},
    'actions', ${edges('act', `json_build_object('title', title, 'state', state, 'dueOn', due_on)`, 'due_on, id')}
  ) from c)))::text as body`;

/** By operation name; the audits of one who sees every row are read in their order, the others' found by index first. */
export const READS = { Worker: WORKER, Audits: audits(NEAR_AUDITS), AllAudits: audits('true'), Manager: MANAGER, Timeline: TIMELINE } as const;
