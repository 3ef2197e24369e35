import type { Writing } from '../child/child-place.writer';

/** What an import says of one occasion. Ids are UUIDs, `on` is YYYY-MM-DD. */
export interface ImportedFact {
  childId: string;
  kind: 'VISIT' | 'LAC_REVIEW' | 'CP_CONFERENCE';
  sourceId: string;
  on: string;
  seen: boolean | null;
  seenAlone: boolean | null;
  participationCode: string | null;
  workerId: string | null;
  teamId: string | null;
  /** The team that held the child on the day, and its service; not in facts that were told before these were. */
  heldByTeamId?: string | null;
  heldByServiceId?: string | null;
  /** A broad group: WHITE, MIXED, ASIAN, BLACK, OTHER or UNKNOWN. */
  ethnicityGroup?: string;
}

/**
 * Keeps imported facts, one record for each occasion. The same facts again change nothing; a changed fact is a new
 * version; what a worker keyed stays, and only what they left open is filled. A code that is not the return's is left
 * out, and seen alone means seen.
 */
export async function keepImportedViews(tx: Writing, facts: readonly ImportedFact[]): Promise<void> {
  await tx.query(
    `insert into views_record (child_id, occasion, occasion_id, on_date, seen, seen_alone, participation_code, worker_id, team_id, iro_id, held_by_team_id, held_by_service_id, ethnicity_group, source)
     select distinct on (f.kind, f."sourceId") f."childId", f.kind, f."sourceId", f."on", f.seen or f."seenAlone", f."seenAlone", c.code,
       case when p.child_id is null then f."workerId" else p.worker_id end, case when p.child_id is null then f."teamId" else p.team_id end, p.iro_id, coalesce(f."heldByTeamId", f."teamId"), f."heldByServiceId", f."ethnicityGroup", 'IMPORT'
     from json_to_recordset($1::text::json) as f ("childId" uuid, kind text, "sourceId" uuid, "on" date, seen boolean, "seenAlone" boolean,
       "participationCode" text, "workerId" uuid, "teamId" uuid, "heldByTeamId" uuid, "heldByServiceId" uuid, "ethnicityGroup" text)
     left join child_place p on p.child_id = f."childId"
     left join participation_code c on c.code = f."participationCode"
     on conflict (occasion, occasion_id) do update set on_date = excluded.on_date, ${FILLED}, ${HELD.map((column) => `${column} = coalesce(excluded.${column}, views_record.${column})`).join(', ')}, version = views_record.version + 1
     where (views_record.on_date, views_record.seen, views_record.seen_alone, views_record.participation_code, ${HELD.map((column) => `views_record.${column}`).join(', ')})
       is distinct from (excluded.on_date, ${['seen', 'seen_alone', 'participation_code'].map(filled).join(', ')}, ${HELD.map((column) => `coalesce(excluded.${column}, views_record.${column})`).join(', ')})`,
    [JSON.stringify(facts)],
  );
}

/** Where the child was held on the day, and a broad group of ethnicity: what figures are cut by. */
const HELD = ['held_by_team_id', 'held_by_service_id', 'ethnicity_group'];

function filled(column: string): string {
  return `case when views_record.source = 'WORKER' then coalesce(views_record.${column}, excluded.${column}) else excluded.${column} end`;
}

const FILLED = ['seen', 'seen_alone', 'participation_code'].map((column) => `${column} = ${filled(column)}`).join(', ');

/** A record of views as the import machine writes it, words and all. Ids are UUIDs, `onDate` is YYYY-MM-DD. */
export interface ViewsRecordSeed {
  id: string;
  childId: string;
  occasion: 'VISIT' | 'LAC_REVIEW' | 'CP_CONFERENCE' | 'ASSESSMENT';
  occasionId: string | null;
  onDate: string;
  seen: boolean | null;
  seenAlone: boolean | null;
  participationCode: string | null;
  views: string | null;
  influencedPlan: boolean | null;
  source: 'IMPORT' | 'WORKER';
}

/** Writes many records of views in one statement, placed as their children are. What is there by id or by occasion stays. */
export async function writeViewsRecords(tx: Writing, rows: readonly ViewsRecordSeed[]): Promise<void> {
  await tx.query(
    `insert into views_record (id, child_id, occasion, occasion_id, on_date, seen, seen_alone, participation_code, views, influenced_plan, worker_id, team_id, iro_id, source)
     select r.id, r."childId", r.occasion, r."occasionId", r."onDate", r.seen, r."seenAlone", r."participationCode", r.views, r."influencedPlan", p.worker_id, p.team_id, p.iro_id, r.source
     from json_to_recordset($1::text::json) as r (id uuid, "childId" uuid, occasion text, "occasionId" uuid, "onDate" date, seen boolean, "seenAlone" boolean,
       "participationCode" text, views text, "influencedPlan" boolean, source text)
     left join child_place p on p.child_id = r."childId"
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
