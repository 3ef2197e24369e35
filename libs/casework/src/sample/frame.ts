import { createHash } from 'node:crypto';
import type { CommandTransaction } from '@qaf/database';
import { addDays } from '@qaf/calendar';
import { holds, type Viewer } from '@qaf/identity';
import { leadsAudit, pairingFault } from '../audit-allocation/audit-allocation.rules';
import type { FrameCase } from './draw.rules';

/** Plan types in the order in which a child with several counts. */
export const PLAN_TYPES = ['LAC', 'CP', 'CIN', 'CARE_LEAVER', 'EARLY_HELP'] as const;

/** What a frame is made of. Ids are UUIDs. */
export interface FrameAsked {
  planTypes: readonly string[];
  teamIds: readonly string[];
  auditedWithinDays: number;
  auditorIds: readonly string[];
  withWorker: boolean;
  toolVersionId: string;
}

interface Held {
  key: string;
  team: string | null;
  plan: string;
  workerId: string | null;
  managerId: string | null;
  auditedLately: boolean;
}

/** The cases that the viewer may draw from today, with why some are left out. Heads of a stream draw from their stream alone. */
export async function frameOf(tx: CommandTransaction, asked: FrameAsked, today: string): Promise<FrameCase[]> {
  const held = await tx.query<Held>(FRAME, [asked.planTypes, asked.teamIds, today, addDays(today, -asked.auditedWithinDays), asked.auditedWithinDays > 0, asked.toolVersionId, streamTeams(tx.viewer)]);
  return held.filter((one) => inStream(tx.viewer, one, asked.auditorIds)).map((one) => ({ key: one.key, team: one.team, plan: one.plan, excluded: exclusionOf(one, asked, today) }));
}

/** The teams that a head of the front door or of early help draws from; null for who draws from all, or by their auditors. */
function streamTeams(viewer: Viewer): readonly string[] | null {
  return holds(viewer, 'principal_social_worker', 'qpa_officer', 'principal_iro') ? null : viewer.teams;
}

function inStream(viewer: Viewer, { workerId, team }: Held, auditorIds: readonly string[]): boolean {
  return auditorIds.some((auditorId) => leadsAudit(viewer, { auditorId, workerId, teamId: team }));
}

function exclusionOf({ workerId, managerId, auditedLately }: Held, { auditorIds, withWorker }: FrameAsked, today: string): string | null {
  if (auditedLately) return 'AUDITED_LATELY';
  const may = auditorIds.some((auditorId) => pairingFault({ auditorId, auditorLeftOn: null, workerId, managerId, withWorker }, today, []) === null);
  return may ? null : 'ONLY_LINE_MANAGERS';
}

const FRAME = `
  select c.id as key, c.team_id as team, p.kind as plan, c.worker_id as "workerId", w.manager_id as "managerId",
    $5 and exists (select from audit a where a.child_id = c.id and a.state <> 'WITHDRAWN' and a.allocated_on >= $4::date) as "auditedLately"
  from child c
  cross join lateral (select e.kind from episode e where e.child_id = c.id and e.kind = any($1::text[]) and e.started_on <= $3::date and (e.ended_on is null or e.ended_on > $3::date)
    order by array_position($1::text[], e.kind) limit 1) p
  left join worker_place w on w.worker_id = c.worker_id
  where (cardinality($2::uuid[]) = 0 or c.team_id = any($2::uuid[])) and ($7::uuid[] is null or c.team_id = any($7::uuid[]))
    and (w.service_id is null or not exists (select from audit_tool_service s where s.version_id = $6) or exists (select from audit_tool_service s where s.version_id = $6 and s.service_id = w.service_id))
  order by c.id`;

/** SHA-256 of the frame in hexadecimal: a line for each case in the order of its key, its values between tabs, an empty one for null. */
export function digestOf(frame: readonly FrameCase[]): string {
  const lines = frame.map(({ key, team, plan, excluded }) => `${key}\t${team ?? ''}\t${plan}\t${excluded ?? ''}\n`).toSorted();
  return createHash('sha256').update(lines.join('')).digest('hex');
}
