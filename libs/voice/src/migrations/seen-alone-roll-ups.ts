import { quarterSql, type RollUp, type RollUpDimension } from '@qaf/database';

/** Frozen with the migration that makes them. Visits of which it is known whether the child was seen alone. */
const COUNTED = `f.occasion = 'VISIT' and f.seen_alone is not null`;
const QUARTER: RollUpDimension = { type: 'text', sql: quarterSql('f.on_date') };
const CHILD: RollUpDimension = { type: 'uuid', sql: 'f.child_id' };

/** Quarters from a list of their first days, so that the sums are counted in another way than they are kept. */
const DAYS = `(select d::date as starts, (d + interval '3 months')::date as ends,
  case when extract(month from d) = 1 then format('%s-%s Q4', extract(year from d)::int - 1, right(extract(year from d)::text, 2))
    else format('%s-%s Q%s', extract(year from d)::int, right((extract(year from d)::int + 1)::text, 2), (extract(month from d)::int - 1) / 3) end as code
  from generate_series(timestamp '1990-01-01', timestamp '2150-01-01', interval '3 months') d)`;
const VISITS = `(select * from voice.views_record v where v.occasion = 'VISIT' and (v.seen_alone or not v.seen_alone)) v join ${DAYS} q on v.on_date >= q.starts and v.on_date < q.ends`;

/** Each child's visits in a quarter: one row for a child, so that a child who is visited often counts once. */
export const CHILD_VISITS: RollUp = {
  name: 'child_visit_sum',
  facts: 'views_record',
  dimensions: {
    quarter: QUARTER,
    child_id: CHILD,
    team_id: { type: 'uuid', sql: 'f.held_by_team_id' },
    service_id: { type: 'uuid', sql: 'f.held_by_service_id' },
    ethnicity_group: { type: 'text', sql: `coalesce(f.ethnicity_group, 'UNKNOWN')` },
  },
  measures: { visits: '1', alone: 'f.seen_alone::int' },
  where: COUNTED,
  recount: `select q.code, v.child_id, v.held_by_team_id, v.held_by_service_id, case when v.ethnicity_group is null then 'UNKNOWN' else v.ethnicity_group end,
    count(*), count(nullif(v.seen_alone, false)) from ${VISITS} group by 1, 2, 3, 4, 5`,
};

/** Who sees a child's visits by name now: the worker and the reviewing officer. */
export const CHILD_VISITS_KNOWN: RollUp = {
  name: 'child_visit_known',
  facts: 'views_record',
  dimensions: { quarter: QUARTER, child_id: CHILD, person_id: { type: 'uuid', sql: 's.person_id' } },
  measures: { visits: '1' },
  where: COUNTED,
  spread: `(select distinct p.id from unnest(array[f.worker_id, f.iro_id]) p (id) where p.id is not null) s (person_id)`,
  recount: `select q.code, v.child_id, k.person_id, count(*) from ${VISITS}
    join (select r.id, r.worker_id as person_id from voice.views_record r union select r.id, r.iro_id from voice.views_record r) k on k.id = v.id
    where k.person_id is not null group by 1, 2, 3`,
};

export const SEEN_ALONE_ROLL_UPS: readonly RollUp[] = [CHILD_VISITS, CHILD_VISITS_KNOWN];
