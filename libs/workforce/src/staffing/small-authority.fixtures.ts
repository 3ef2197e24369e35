import { randomUUID } from 'node:crypto';
import type { Authority } from '../workforce.fixtures';

type Team = 'north' | 'south' | 'hub';

/** Number, team, hours, role, first day, day after the last. */
const POSTS: [string, Team, number, string, string, string | null][] = [
  ['N1', 'north', 1000, 'CASE_HOLDER', '2018-04-01', null],
  ['N2', 'north', 1000, 'CASE_HOLDER', '2018-04-01', null],
  ['N3', 'north', 1000, 'CASE_HOLDER', '2018-04-01', null],
  ['N4', 'north', 600, 'CASE_HOLDER', '2018-04-01', null],
  ['NM', 'north', 1000, 'FIRST_LINE_MANAGER', '2018-04-01', null],
  ['S1', 'south', 1000, 'CASE_HOLDER', '2018-04-01', null],
  ['S2', 'south', 1000, 'CASE_HOLDER', '2018-04-01', null],
  ['S3', 'south', 800, 'CASE_HOLDER', '2025-03-01', null],
  ['S4', 'south', 1000, 'CASE_HOLDER', '2018-04-01', '2025-06-01'],
  ['H1', 'hub', 1000, 'OUTSIDE_RETURN', '2018-04-01', null],
];

interface Stay {
  post: string;
  from: string;
  /** The day after the last. */
  to?: string;
  fte: number;
  acting?: true;
}

/** Each person: whether an agency's, the last day, and the posts one after another. */
const PEOPLE: [string, { agency?: true; leftOn?: string; stays: Stay[] }][] = [
  ['Ada', { stays: [{ post: 'N1', from: '2020-01-06', to: '2025-04-01', fte: 1000 }, { post: 'N1', from: '2025-04-01', fte: 800 }] }],
  ['Ben', { leftOn: '2025-06-30', stays: [{ post: 'N2', from: '2020-01-06', to: '2025-07-01', fte: 1000 }] }],
  ['Cas', { stays: [{ post: 'N3', from: '2025-01-06', to: '2025-08-01', fte: 1000 }, { post: 'S1', from: '2025-08-01', fte: 1000 }] }],
  ['Dov', { agency: true, stays: [{ post: 'N3', from: '2025-08-04', fte: 500 }] }],
  ['Eve', { leftOn: '2025-09-30', stays: [{ post: 'N4', from: '2025-02-03', to: '2025-10-01', fte: 600 }] }],
  ['Fay', { leftOn: '2025-08-31', stays: [{ post: 'NM', from: '2018-04-01', to: '2025-09-01', fte: 1000 }] }],
  ['Gus', { stays: [{ post: 'S2', from: '2019-01-07', fte: 1000 }, { post: 'NM', from: '2025-09-01', fte: 1000, acting: true }] }],
  ['Ida', { leftOn: '2025-05-31', stays: [{ post: 'S4', from: '2021-01-04', to: '2025-06-01', fte: 1000 }] }],
  ['Jon', { leftOn: '2024-09-30', stays: [{ post: 'S1', from: '2019-01-07', to: '2024-10-01', fte: 1000 }] }],
  ['Kit', { leftOn: '2025-07-31', stays: [{ post: 'H1', from: '2022-01-03', to: '2025-08-01', fte: 1000 }] }],
  ['Moe', { agency: true, leftOn: '2025-07-31', stays: [{ post: 'S1', from: '2024-12-02', to: '2025-08-01', fte: 1000 }] }],
  ['Ned', { stays: [{ post: 'N2', from: '2025-10-01', fte: 1000 }] }],
];

/** Joiners, leavers, transfers, acting up, changed hours, agency cover and vacancies around the end of the return's year on 30 September 2025. */
export async function smallAuthority(authority: Authority): Promise<Record<string, string>> {
  for (const [reference, team, fte, role, from, to] of POSTS) {
    await authority.load(`insert into post (reference, title, team_id, role_code, fte_thousandths, valid_from, valid_to) values ($1, 'Post', $2, $3, $4, $5, $6)`, [reference, authority.teams[team], role, fte, from, to]);
  }
  const ids: Record<string, string> = {};
  for (const [name, person] of PEOPLE) ids[name] = await employ(authority, name, person);
  return ids;
}

async function employ(authority: Authority, name: string, { agency = false, leftOn = null, stays }: { agency?: boolean; leftOn?: string | null; stays: Stay[] }): Promise<string> {
  const [id, employment] = [randomUUID(), randomUUID()];
  const [first] = stays;
  await authority.load(`insert into worker (id, staff_number, display_name, job_title, left_on) values ($1, $2, $2, 'x', $3)`, [id, name, leftOn]);
  await authority.load(`insert into employment (id, worker_id, fte_thousandths, agency_worker, started_on, left_on, leaving_reason) values ($1, $2, 1000, $3, $4, $5::date, case when $5::date is null then null else 'RESIGNATION' end)`, [employment, id, agency, first?.from, leftOn]);
  const rows = stays.map(({ post, from, to = null, fte, acting = false }, index) => ({
    post, fte, from, to, kind: acting ? 'ACTING' : 'SUBSTANTIVE', begins: index === 0, ends: leftOn !== null && index === stays.length - 1,
  }));
  await authority.load(
    `insert into post_holding (post_id, worker_id, employment_id, kind, agency_worker, fte_thousandths, valid_from, valid_to, begins_employment, ends_employment)
     select p.id, $1, $2, h.kind, $3, h.fte, h."from", h."to", h.begins, h.ends
     from json_to_recordset($4::text::json) as h (post text, kind text, fte int, "from" date, "to" date, begins boolean, ends boolean) join post p on p.reference = h.post`,
    [id, employment, agency, JSON.stringify(rows)],
  );
  return id;
}
