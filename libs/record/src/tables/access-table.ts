import { loginRole, type SubgraphName } from '@qaf/database';

/**
 * The access record. The login may insert five columns and no more, and reads nothing unless information governance
 * asks; it can neither change nor remove a line. Lines are numbered and timed by the database.
 */
export function accessTable(schema: SubgraphName): string {
  const login = loginRole(schema);
  return `
    create table ${schema}.access_record (
      id bigint generated always as identity primary key,
      at timestamptz not null default clock_timestamp(),
      person_id uuid default ${schema}.viewer_person(),
      request text default nullif(current_setting('qaf.request', true), ''),
      operation text not null check (operation in ('READ', 'CHANGE', 'REFUSED')),
      entity_type text not null,
      ids uuid[] not null,
      action text not null,
      purpose text default nullif(current_setting('qaf.purpose', true), ''),
      outcome text not null
    );
    create index access_record_at on ${schema}.access_record using brin (at);
    alter table ${schema}.access_record enable row level security;
    alter table ${schema}.access_record force row level security;
    create policy access_record_read on ${schema}.access_record for select to ${login}
      using ((select ${schema}.viewer_holds('information_governance_officer')));
    create policy access_record_write on ${schema}.access_record for insert to ${login}
      with check (person_id is not distinct from ${schema}.viewer_person());
    grant select, insert (operation, entity_type, ids, action, outcome) on ${schema}.access_record to ${login};`;
}
