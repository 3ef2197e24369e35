import { withClient } from '@qaf/database';

/** Whom and what is asked about, the same for every contestant. Ids are UUIDs. */
export interface Subjects {
  teamId: string;
  /** Those who ask: the team's manager, and somebody who sees every row. */
  people: { manager: string; quality: string };
  workers: string[];
  /** Practitioners whom the manager may plan a supervision with. */
  members: string[];
  /** Children of the manager's team, those with the longest timelines. */
  children: string[];
}

const CHILDREN = 40;

/** Chooses a team manager of a middling team, by the data alone: the same data give the same choice. Reads as the administrator. */
export async function chooseSubjects(adminUrl: string): Promise<Subjects> {
  return withClient(adminUrl, async (client) => {
    const rows = async <Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> => (await client.query<Row>(sql, params)).rows;
    const [team] = await rows<{ id: string; manager: string }>(TEAM);
    const [quality] = await rows<{ id: string }>(`select p.subject as id from workforce.role_assignment r join workforce.person p on p.id = r.person_id where r.role = 'qpa_officer' order by p.subject limit 1`);
    if (!team || !quality) throw new Error('The database holds no demonstration to measure on.');
    const members = await rows<{ id: string }>(MEMBERS, [team.id]);
    const children = await rows<{ id: string }>(TIMELINES, [team.id, CHILDREN]);
    return {
      teamId: team.id,
      people: { manager: team.manager, quality: quality.id },
      workers: members.map((row) => row.id),
      members: members.slice(1).map((row) => row.id),
      children: children.map((row) => row.id),
    };
  });
}

const TEAM = `
  select t.id, p.subject as manager from workforce.team t
  join workforce.role_assignment r on r.scope_id = t.id and r.role = 'team_manager'
  join workforce.person p on p.id = r.person_id
  where t.code like 'case-management-%' and r.valid_to is null
  order by (select count(*) from casework.child c where c.team_id = t.id) desc, t.code limit 1`;

const MEMBERS = `
  select w.id from workforce.worker w join workforce.team_membership m on m.worker_id = w.id and m.team_id = $1 and m.valid_to is null
  left join workforce.role_assignment r on r.person_id = w.id and r.role = 'team_manager'
  where w.left_on is null order by r.role nulls last, w.id`;

const TIMELINES = `
  select c.id from casework.child c where c.team_id = $1
  order by (select count(*) from casework.visit v where v.child_id = c.id) + (select count(*) from casework.audit a where a.child_id = c.id) desc, c.id limit $2`;
