/** What holds a version of a tool as it was published, as SQL. Frozen with the migration that uses it. */
const SCHEMA = 'casework';
const REFUSED = `raise exception using errcode = 'restrict_violation', message = 'a published version of an audit tool never changes', constraint = 'audit_tool_version_stays'`;
const STAYS = `raise exception using errcode = 'restrict_violation', message = 'a version of an audit tool stays', constraint = 'audit_tool_version_stays'`;

/** A draft may change. What was piloted or published goes on to the next step or stays, and none goes away. */
export const VERSION_STAYS = `
  create or replace function ${SCHEMA}.audit_tool_version_stays() returns trigger language plpgsql as $stays$
  begin
    if tg_op = 'DELETE' then ${STAYS}; end if;
    if new.tool_id <> old.tool_id or new.number <> old.number or new.id <> old.id or old.state = 'RETIRED'
      or (old.state <> 'DRAFT' and new.piloted_on is distinct from old.piloted_on)
      or (old.state = 'PUBLISHED' and new.published_on is distinct from old.published_on)
      or (old.state || ' ' || new.state) not in ('DRAFT DRAFT', 'DRAFT PILOT', 'DRAFT PUBLISHED', 'PILOT PILOT', 'PILOT PUBLISHED', 'PILOT RETIRED', 'PUBLISHED PUBLISHED', 'PUBLISHED RETIRED') then
      ${REFUSED};
    end if;
    return new;
  end $stays$`;

const PARTS_BODY = `
    if exists (select from ${SCHEMA}.audit_tool_version v where v.state <> 'DRAFT'
        and ((tg_op <> 'INSERT' and v.id = old.version_id) or (tg_op <> 'DELETE' and v.id = new.version_id))) then
      ${REFUSED};
    end if;
    return case when tg_op = 'DELETE' then old else new end;`;

/** The version is held until the change ends: it is not published in the middle of one. */
export const PARTS_STAY = `
  create or replace function ${SCHEMA}.audit_tool_part_stays() returns trigger language plpgsql as $stays$
  begin
    perform from ${SCHEMA}.audit_tool_version v
      where (tg_op <> 'INSERT' and v.id = old.version_id) or (tg_op <> 'DELETE' and v.id = new.version_id) for share;
    ${PARTS_BODY}
  end $stays$`;

/** Audits name their tool: its code never changes, and its title no more once a version left the draft. */
export const TOOL_STAYS = `
  create function ${SCHEMA}.audit_tool_stays() returns trigger language plpgsql as $stays$
  begin
    if tg_op = 'DELETE' then ${STAYS}; end if;
    if new.id <> old.id or new.code <> old.code
      or (new.title <> old.title and exists (select from ${SCHEMA}.audit_tool_version v where v.tool_id = old.id and v.state <> 'DRAFT')) then
      ${REFUSED};
    end if;
    return new;
  end $stays$`;

/** What held before, to the letter: the way down leads to where the way up began. */
export const STAYED_BEFORE = `
  create or replace function ${SCHEMA}.audit_tool_version_stays() returns trigger language plpgsql as $stays$
  begin
    if tg_op = 'DELETE' then
      raise exception using errcode = 'restrict_violation', message = 'a version of an audit tool stays', constraint = 'audit_tool_version_stays';
    end if;
    if new.tool_id <> old.tool_id or new.number <> old.number or new.id <> old.id
      or (old.state <> 'DRAFT' and new.published_on is distinct from old.published_on)
      or (old.state = 'PUBLISHED' and new.state = 'DRAFT') or (old.state = 'DRAFT' and new.state = 'RETIRED') or old.state = 'RETIRED' then
      raise exception using errcode = 'restrict_violation', message = 'a published version of an audit tool never changes', constraint = 'audit_tool_version_stays';
    end if;
    return new;
  end $stays$;
  create or replace function ${SCHEMA}.audit_tool_part_stays() returns trigger language plpgsql as $stays$
  begin
    if exists (select from ${SCHEMA}.audit_tool_version v where v.state <> 'DRAFT'
        and ((tg_op <> 'INSERT' and v.id = old.version_id) or (tg_op <> 'DELETE' and v.id = new.version_id))) then
      raise exception using errcode = 'restrict_violation', message = 'a published version of an audit tool never changes', constraint = 'audit_tool_version_stays';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $stays$`;
