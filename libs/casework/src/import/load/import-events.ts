import type { CommandTransaction } from '@qaf/database';
import { type NewEvent, publishMany } from '@qaf/record';
import { ethnicityGroup } from '../../child/ethnicity-group.rules';

/** Ids of what an import added or changed, of the kinds that others hear about. */
export interface Happened {
  placedChildren: string[];
  meetings: string[];
  visits: string[];
  endedPlans: string[];
}

const AT_ONCE = 200;

/** A family is asked how a plan was within a quarter of its end; the first file of an authority holds years of ended plans. */
const ASKED_WITHIN_DAYS = 92;

/** Tells the other subgraphs what was added or changed, in a file that speaks of a day. Answers how many events that took. */
export async function publishImport(tx: CommandTransaction, happened: Happened, day: string): Promise<number> {
  const places = await tx.query<{ childId: string }>(`select ${PLACE} from child c where c.id = any($1::uuid[])`, [happened.placedChildren]);
  const facts = [...(await meetingFacts(tx, happened.meetings)), ...(await visitFacts(tx, happened.visits))];
  const ended = await endedPlans(tx, happened.endedPlans, day);
  const events: NewEvent<object>[] = [
    ...batches(places).map(({ subject, rows }) => ({ type: 'casework.children.changed.v1', subject, data: { children: rows } })),
    ...batches(facts).map(({ subject, rows }) => ({ type: 'casework.views.imported.v1', subject, data: { facts: rows } })),
    ...ended.map((data) => ({ type: 'casework.cp-plan.ended.v1', subject: `child:${data.childId}`, data })),
  ];
  await publishMany(tx, 'casework', events);
  return events.length;
}

const PLACE = `c.id as "childId", c.worker_id as "workerId", c.team_id as "teamId", c.iro_id as "iroId"`;

function meetingFacts(tx: CommandTransaction, ids: string[]): Promise<{ childId: string }[]> {
  return facts(
    tx,
    `select ${PLACE}, ${HELD}, m.kind, m.id as "sourceId", m.held_on::text as "on", null::boolean as seen, null::boolean as "seenAlone", m.participation_code as "participationCode"
     from case_meeting m join child c on c.id = m.child_id ${heldOn('m.held_on')} where m.id = any($1::uuid[]) order by m.id`,
    [ids],
  );
}

function visitFacts(tx: CommandTransaction, ids: string[]): Promise<{ childId: string }[]> {
  return facts(
    tx,
    `select ${PLACE}, ${HELD}, 'VISIT' as kind, v.id as "sourceId", v.visited_on::text as "on", v.told_seen as seen, v.told_seen_alone as "seenAlone", null as "participationCode"
     from visit v join child c on c.id = v.child_id ${heldOn('v.visited_on')} where v.id = any($1::uuid[]) order by v.id`,
    [ids],
  );
}

const HELD = `held.team_id as "heldByTeamId", held.service_id as "heldByServiceId", c.ethnicity`;

/** The team that held the child on a day, and its service; where no allocation says so, the team that holds the child now. */
function heldOn(day: string): string {
  return `cross join lateral (select t.team_id, (select p.service_id from worker_place p where p.team_id = t.team_id and p.service_id is not null order by p.service_id limit 1) as service_id
      from (select coalesce((select l.team_id from child_allocation l where l.child_id = c.id and l.role = 'WORKER' and l.valid_from <= ${day} and (l.valid_to is null or ${day} < l.valid_to)), c.team_id) as team_id) t) held`;
}

/** Of a child's ethnicity no more than its broad group leaves casework. */
async function facts(tx: CommandTransaction, sql: string, params: unknown[]): Promise<{ childId: string }[]> {
  const rows = await tx.query<{ childId: string; ethnicity: string | null }>(sql, params);
  return rows.map(({ ethnicity, ...fact }) => ({ ...fact, ethnicityGroup: ethnicityGroup(ethnicity) }));
}

function endedPlans(tx: CommandTransaction, ids: string[], day: string): Promise<{ childId: string }[]> {
  return tx.query(
    `select e.id as "episodeId", e.child_id as "childId", e.ended_on::text as "endedOn", c.worker_id as "workerId", c.team_id as "teamId"
     from episode e join child c on c.id = e.child_id where e.id = any($1::uuid[]) and e.ended_on >= $2::date - ${ASKED_WITHIN_DAYS} order by e.id`,
    [ids, day],
  );
}

/** Rows about one child always go under the same subject, so that what two imports say of the child arrives in order. */
function batches<Row extends { childId: string }>(rows: readonly Row[]): { subject: string; rows: Row[] }[] {
  const groups = Map.groupBy(rows, ({ childId }) => `import:${childId.charAt(0)}`);
  return [...groups].flatMap(([subject, members]) =>
    Array.from({ length: Math.ceil(members.length / AT_ONCE) }, (_, index) => ({ subject, rows: members.slice(index * AT_ONCE, (index + 1) * AT_ONCE) })),
  );
}
