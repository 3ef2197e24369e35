import { type Role } from '@qaf/identity';
import { machine } from '@qaf/identity';
import type { OpenGraph } from './graph';

export interface SignInPerson {
  id: string;
  subject: string;
  email: string;
  name: string;
  jobTitle: string;
  roles: Role[];
}

/** People who can sign in today, the highest role first; narrowed to one person by id, e-mail or subject, or to a role. */
export async function signInPeople(graph: OpenGraph, wanted: { person?: string | undefined; role?: string | undefined }): Promise<SignInPerson[]> {
  const unit = graph.subgraphs.workforce.unit(machine('machine_identity', 'token'), 'token');
  const people = await unit.query<SignInPerson>(
    `select p.id, p.subject, p.email, p.display_name as name, coalesce(w.job_title, p.kind) as "jobTitle",
            array(select distinct r.role from role_assignment r where r.person_id = p.id and (r.valid_to is null or r.valid_to > current_date)) as roles
     from person p left join worker w on w.id = p.worker_id
     where (p.active_to is null or p.active_to > current_date)
       and ($1::text is null or lower(p.email) = lower($1) or p.subject = $1 or p.id::text = $1)
       and ($2::text is null or exists (select 1 from role_assignment r where r.person_id = p.id and r.role = $2 and (r.valid_to is null or r.valid_to > current_date)))
     order by p.subject`,
    [wanted.person ?? null, wanted.role ?? null],
  );
  await unit.end();
  return people;
}
