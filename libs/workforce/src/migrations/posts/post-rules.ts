const RAISE = (constraint: string): string => `raise exception 'refused' using errcode = '23514', constraint = '${constraint}'`;

/** No day has a loop in the line of management. The walk keeps the days on which every step of it holds. */
const NO_LOOP = `create function workforce.management_line_no_loop() returns trigger language plpgsql as $rule$
  begin
    if tg_op = 'UPDATE' and new.worker_id = old.worker_id and new.manager_id = old.manager_id
      and daterange(new.valid_from, new.valid_to) <@ daterange(old.valid_from, old.valid_to) then return null; end if;
    perform pg_advisory_xact_lock(hashtextextended('workforce.management_line', 0));
    if exists (with recursive above(id, days) as (
        select new.manager_id, daterange(new.valid_from, new.valid_to)
        union
        select l.manager_id, a.days * daterange(l.valid_from, l.valid_to) from above a
        join workforce.management_line l on l.worker_id = a.id and a.days && daterange(l.valid_from, l.valid_to)
        where a.id <> new.worker_id)
      select from above where id = new.worker_id) then ${RAISE('management_line_no_loop')}; end if;
    return null;
  end $rule$`;

const PLACE = `create function workforce.post_holding_place() returns trigger language plpgsql as $rule$
  begin
    select p.team_id, p.service_id, p.role_code into new.team_id, new.service_id, new.role_code from workforce.post p where p.id = new.post_id;
    return new;
  end $rule$`;

const SERVICE_OF_TEAM = `create function workforce.post_service() returns trigger language plpgsql as $rule$
  begin
    if new.team_id is not null then select t.service_id into new.service_id from workforce.team t where t.id = new.team_id; end if;
    return new;
  end $rule$`;

/** Team, service and role of a post stay as they are: a post that becomes another is closed, and another opened. */
const POST_STAYS = `create function workforce.post_stays() returns trigger language plpgsql as $rule$
  begin
    if (new.team_id, new.service_id, new.role_code, new.valid_from) is distinct from (old.team_id, old.service_id, old.role_code, old.valid_from) then ${RAISE('post_stays')}; end if;
    if new.valid_to is not null and exists (select from workforce.post_holding h where h.post_id = new.id and (h.valid_to is null or h.valid_to > new.valid_to)) then ${RAISE('post_holding_within_post')}; end if;
    return null;
  end $rule$`;

const WITHIN_POST = `create function workforce.post_holding_within_post() returns trigger language plpgsql as $rule$
  begin
    if not exists (select from workforce.post p where p.id = new.post_id and daterange(new.valid_from, new.valid_to) <@ daterange(p.valid_from, p.valid_to)) then ${RAISE('post_holding_within_post')}; end if;
    return null;
  end $rule$`;

/** Between two posts of one employment there is no day without one; looked at when the change is whole. */
const NO_GAP = `create function workforce.post_holding_no_gap() returns trigger language plpgsql as $rule$
  begin
    if exists (select from workforce.post_holding h where h.employment_id = new.employment_id and h.kind = 'SUBSTANTIVE' and h.valid_to is not null and not h.ends_employment
        and not exists (select from workforce.post_holding n where n.employment_id = h.employment_id and n.kind = 'SUBSTANTIVE' and n.valid_from = h.valid_to)) then ${RAISE('post_holding_no_gap')}; end if;
    return null;
  end $rule$`;

/** Functions and the triggers that call them. */
export const POST_RULES: readonly string[] = [
  NO_LOOP,
  `create constraint trigger management_line_no_loop after insert or update on workforce.management_line for each row execute function workforce.management_line_no_loop()`,
  SERVICE_OF_TEAM,
  `create trigger post_service before insert on workforce.post for each row execute function workforce.post_service()`,
  POST_STAYS,
  `create constraint trigger post_stays after update on workforce.post for each row execute function workforce.post_stays()`,
  PLACE,
  `create trigger post_holding_place before insert or update on workforce.post_holding for each row execute function workforce.post_holding_place()`,
  WITHIN_POST,
  `create constraint trigger post_holding_within_post after insert or update on workforce.post_holding for each row execute function workforce.post_holding_within_post()`,
  NO_GAP,
  `create constraint trigger post_holding_no_gap after insert or update on workforce.post_holding deferrable initially deferred for each row when (new.kind = 'SUBSTANTIVE') execute function workforce.post_holding_no_gap()`,
];

export const FORGET_POST_RULES: readonly string[] = [
  `drop trigger management_line_no_loop on workforce.management_line`,
  ...['post_holding_no_gap', 'post_holding_within_post', 'post_holding_place'].map((rule) => `drop trigger ${rule} on workforce.post_holding`),
  ...['post_stays', 'post_service'].map((rule) => `drop trigger ${rule} on workforce.post`),
  ...['management_line_no_loop', 'post_service', 'post_stays', 'post_holding_place', 'post_holding_within_post', 'post_holding_no_gap'].map((rule) => `drop function workforce.${rule}()`),
];
