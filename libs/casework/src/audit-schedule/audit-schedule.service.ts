import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, mustBeCurrent, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { ROLES } from '@qaf/identity';
import { AUDIT_KINDS } from '../audit-allocation/audit-allocation.rules';
import type { EndAuditScheduleInput, SetAuditScheduleInput } from './audit-schedule.inputs';

const SPANS = ['WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'];

/** Says what the programme asks of a role from a day on; what held until then ends on it. */
export async function setSchedule(tx: CommandTransaction, input: SetAuditScheduleInput, now: Date): Promise<Success> {
  const { role, kind = 'CHILD_JOURNEY', times, per, withWorker = false, source, validFrom } = input;
  mustBeSound(input, todayInLondon(now));
  const [tool] = await tx.query<{ id: string }>('select id from audit_tool where code = $1 for update', [input.toolCode]);
  if (!tool) throw notFound(['toolCode'], 'audit tool');
  const same = 'role = $1 and tool_id = $2 and kind = $3';
  const [later] = await tx.query(`select id from audit_schedule where ${same} and valid_from >= $4::date limit 1`, [role, tool.id, kind, validFrom]);
  if (later) throw refuse('AuditScheduleOverlaps', 'Another schedule begins on that day or later. End that one first.', ['validFrom']);
  await tx.query(`update audit_schedule set valid_to = $4, version = version + 1 where ${same} and (valid_to is null or valid_to > $4::date)`, [role, tool.id, kind, validFrom]);
  const [row] = await tx.query<{ id: string }>(
    `insert into audit_schedule (role, tool_id, kind, times, per, with_worker, source, valid_from) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [role, tool.id, kind, times, per, withWorker, source, validFrom],
  );
  return { __typename: 'SetAuditScheduleSuccess', scheduleId: row?.id };
}

/** Ends a schedule on a day, which is not before today: what was owed stays owed. */
export async function endSchedule(tx: CommandTransaction, input: EndAuditScheduleInput, now: Date): Promise<Success> {
  const id = uuidOf('AuditSchedule', input.scheduleId);
  const [row] = id ? await tx.query<{ version: number; validFrom: string }>('select version, valid_from::text as "validFrom" from audit_schedule where id = $1 for update', [id]) : [];
  if (!row) throw notFound(['scheduleId'], 'audit schedule');
  mustBeCurrent('AuditSchedule', row.version, input.version);
  if (input.endsOn < todayInLondon(now) || input.endsOn <= row.validFrom) throw inputInvalid(['endsOn'], 'It ends after it began, and not in the past.');
  await tx.query('update audit_schedule set valid_to = $2, version = version + 1 where id = $1', [id, input.endsOn]);
  return { __typename: 'EndAuditScheduleSuccess', scheduleId: id };
}

function mustBeSound({ role, kind, times, per, source, validFrom }: SetAuditScheduleInput, today: string): void {
  if (!(ROLES as readonly string[]).includes(role)) throw inputInvalid(['role'], 'There is no such role.');
  if (kind != null && !(AUDIT_KINDS as readonly string[]).includes(kind)) throw inputInvalid(['kind'], `The kind is one of ${AUDIT_KINDS.join(', ')}.`);
  if (times < 1 || times > 100) throw inputInvalid(['times'], 'From 1 to 100 audits.');
  if (!SPANS.includes(per)) throw inputInvalid(['per'], `The span is one of ${SPANS.join(', ')}.`);
  if (source === '') throw inputInvalid(['source'], 'Say where the programme asks for it.');
  if (validFrom < today) throw inputInvalid(['validFrom'], 'A schedule is not dated back.');
}
