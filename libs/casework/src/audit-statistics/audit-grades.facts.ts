import type { Period } from '@qaf/calendar';
import { type CommandTransaction, type RollUp, rollUpRows } from '@qaf/database';
import type { GatheredFacts, ReleaseSource } from '@qaf/release';
import type { FinestCount, MemberPath } from '@qaf/statistics';
import * as sums from '../migrations/grade-roll-ups';
import { AUDIT_GRADES, PRIORITY_GRADES } from './audit-grades.statistic';

/** Where nothing is known of the team or service. */
export const NONE = 'none';

interface Kept {
  quarter: string;
  place: string | null;
  grade: string;
  audits: number;
  own: Record<string, number> | null;
}

/** The statistics of audits that are released, and how their sums are read. */
export const AUDIT_RELEASES: readonly ReleaseSource[] = [
  {
    statistic: AUDIT_GRADES,
    gather: (tx, _period, quarters) => gather(tx, quarters, { dimension: 'organisation', place: 'team_id', kept: sums.AUDIT_GRADES, known: sums.AUDIT_GRADES_KNOWN, members: () => teams(tx) }),
    quartersWithFacts: (tx) => quartersOf(tx, sums.AUDIT_GRADES),
  },
  {
    statistic: PRIORITY_GRADES,
    gather: (tx, _period, quarters) => gather(tx, quarters, { dimension: 'priority', place: 'priority_code', kept: sums.PRIORITY_GRADES, known: sums.PRIORITY_GRADES_KNOWN, members: () => priorities(tx) }),
    quartersWithFacts: (tx) => quartersOf(tx, sums.PRIORITY_GRADES),
  },
];

interface Gathering {
  dimension: string;
  place: string;
  kept: RollUp;
  known: RollUp;
  members(): Promise<MemberPath[]>;
}

async function gather(tx: CommandTransaction, quarters: readonly Period[], { dimension, place, kept, known, members }: Gathering): Promise<GatheredFacts> {
  const codes = quarters.map(({ code }) => code);
  const rows = await tx.query<Kept>(
    `with s as (select quarter, ${place}::text as place, grade, sum(audits)::int as audits from (${rollUpRows('casework', kept)}) r where quarter = any($1) group by 1, 2, 3),
       k as (select quarter, ${place}::text as place, grade, person_id, sum(audits)::int as audits from (${rollUpRows('casework', known)}) r where quarter = any($1) group by 1, 2, 3, 4),
       o as (select quarter, place, grade, jsonb_object_agg(person_id, audits) as own from k group by 1, 2, 3)
     select s.*, o.own from s left join o on o.quarter = s.quarter and o.place is not distinct from s.place and o.grade = s.grade order by s.quarter, s.place, s.grade`,
    [codes],
  );
  const finest = rows.map(({ quarter, place: at, grade, audits, own }): FinestCount => ({ quarter, at: { [dimension]: at ?? NONE }, category: grade, count: audits, ...(own && { own }) }));
  return { finest, members: { [dimension]: await members() }, toolVersions: await toolVersions(tx, codes, kept) };
}

/** Every team that audits were ever counted to, in the service that most of them name. */
async function teams(tx: CommandTransaction): Promise<MemberPath[]> {
  const rows = await tx.query<{ team: string | null; service: string | null }>(
    `select distinct on (team_id) team_id::text as team, service_id::text as service from (select team_id, service_id, sum(audits) as audits from (${rollUpRows('casework', sums.AUDIT_GRADES)}) r group by 1, 2) t
     order by team_id, (service_id is null), audits desc, service_id`,
  );
  return rows.map(({ team, service }) => [team ?? NONE, service ?? NONE]);
}

async function priorities(tx: CommandTransaction): Promise<MemberPath[]> {
  const rows = await tx.query<{ code: string }>(`select distinct priority_code as code from (${rollUpRows('casework', sums.PRIORITY_GRADES)}) r order by 1`);
  return rows.map(({ code }) => [code]);
}

async function toolVersions(tx: CommandTransaction, quarters: readonly string[], kept: RollUp): Promise<string[]> {
  const rows = await tx.query<{ words: string }>(
    `select distinct t.title || ' ' || v.number as words from (${rollUpRows('casework', kept)}) r join audit_tool_version v on v.id = r.tool_version_id join audit_tool t on t.id = v.tool_id where r.quarter = any($1) order by 1`,
    [quarters],
  );
  return rows.map(({ words }) => words);
}

async function quartersOf(tx: CommandTransaction, kept: RollUp): Promise<string[]> {
  const rows = await tx.query<{ quarter: string }>(`select distinct quarter from (${rollUpRows('casework', kept)}) r`);
  return rows.map(({ quarter }) => quarter);
}
