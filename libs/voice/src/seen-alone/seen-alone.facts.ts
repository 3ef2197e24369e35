import type { Period } from '@qaf/calendar';
import { type CommandTransaction, rollUpRows } from '@qaf/database';
import type { GatheredFacts, ReleaseSource } from '@qaf/release';
import type { FinestCount, MemberPath } from '@qaf/statistics';
import { CHILD_VISITS, CHILD_VISITS_KNOWN } from '../migrations/seen-alone-roll-ups';
import { GROUPS, SEEN_ALONE } from './seen-alone.statistic';

/** Where nothing is known of the team or service. */
export const NONE = 'none';

interface Counted {
  quarter: string;
  team: string | null;
  group: string;
  alone: boolean;
  children: number;
  own: Record<string, number> | null;
}

export const SEEN_ALONE_RELEASE: ReleaseSource = {
  statistic: SEEN_ALONE,
  gather,
  quartersWithFacts: async (tx) => (await tx.query<{ quarter: string }>(`select distinct quarter from (${rollUpRows('voice', CHILD_VISITS)}) r`)).map(({ quarter }) => quarter),
};

async function gather(tx: CommandTransaction, _period: Period, quarters: readonly Period[]): Promise<GatheredFacts> {
  const rows = await tx.query<Counted>(COUNTED, [quarters.map(({ code }) => code)]);
  const finest = rows.map(({ quarter, team, group, alone, children, own }): FinestCount => ({
    quarter,
    at: { organisation: team ?? NONE, ethnicity: group },
    category: alone ? 'ALONE' : 'NOT_ALONE',
    count: children,
    ...(own && { own }),
  }));
  return { finest, members: { organisation: await teams(tx), ethnicity: GROUPS.map((group) => [group]) }, toolVersions: [] };
}

/** Each child once in a quarter, where the child was held on most visits; with them, whose children they are now. */
const COUNTED = `
  with sums as (select * from (${rollUpRows('voice', CHILD_VISITS)}) r where quarter = any($1)),
    placed as (select distinct on (quarter, child_id) quarter, child_id, team_id as team, ethnicity_group as "group",
        sum(alone) over (partition by quarter, child_id) > 0 as alone
      from sums order by quarter, child_id, visits desc, team_id nulls last, ethnicity_group),
    known as (select k.quarter, p.team, p."group", p.alone, k.person_id, count(*)::int as children
      from (${rollUpRows('voice', CHILD_VISITS_KNOWN)}) k join placed p on p.quarter = k.quarter and p.child_id = k.child_id where k.quarter = any($1) group by 1, 2, 3, 4, 5),
    own as (select quarter, team, "group", alone, jsonb_object_agg(person_id, children) as own from known group by 1, 2, 3, 4)
  select c.*, own.own from (select quarter, team, "group", alone, count(*)::int as children from placed group by 1, 2, 3, 4) c
    left join own on own.quarter = c.quarter and own.team is not distinct from c.team and own."group" = c."group" and own.alone = c.alone
  order by c.quarter, c.team, c."group", c.alone`;

/** Every team that visits were ever counted to, in the service that most of them name. */
async function teams(tx: CommandTransaction): Promise<MemberPath[]> {
  const rows = await tx.query<{ team: string | null; service: string | null }>(
    `select distinct on (team_id) team_id::text as team, service_id::text as service from (select team_id, service_id, sum(visits) as visits from (${rollUpRows('voice', CHILD_VISITS)}) r group by 1, 2) t
     order by team_id, (service_id is null), visits desc, service_id`,
  );
  return rows.map(({ team, service }) => [team ?? NONE, service ?? NONE]);
}
