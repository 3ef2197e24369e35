import { addWorkingDays, ENGLAND, todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, type Success, uuidOf } from '@qaf/graph';
import { isMonth, leadsAudit, pairingFault } from '../audit-allocation/audit-allocation.rules';
import { auditorsOf } from '../sample/sample.service';
import { type FairAuditor, giveFairly, type Given } from './fair.rules';
import type { AllocateSampleInput, SampleAuditorInput } from './sample-allocation.inputs';

interface SampleRow {
  id: string;
  toolVersionId: string;
  kind: string;
  withWorker: boolean;
}

interface OpenCase {
  childId: string;
  workerId: string | null;
  teamId: string | null;
  serviceId: string | null;
  managerId: string | null;
}

/** Gives the drawn cases that have no audit yet to the auditors, as evenly as the rules let them be. */
export async function allocateSample(tx: CommandTransaction, input: AllocateSampleInput, now: Date): Promise<Success> {
  const today = todayInLondon(now);
  const sample = await sampleOf(tx, input.sampleId);
  const dueOn = dueOf(input, today);
  const period = input.period ?? dueOn.slice(0, 7);
  if (!isMonth(period)) throw inputInvalid(['period'], 'The period is a month, as YYYY-MM.');
  const auditors = await fairAuditors(tx, sample, input.auditors, period, today);
  const open = await openCases(tx, sample.id);
  const given = giveFairly(open.map((one) => ({ key: one.childId, may: whoMay(tx, sample, one, auditors, today) })), auditors);
  const ids = await insertAudits(tx, sample, open, given, { today, dueOn, period });
  tx.changed('Audit', ids, 'allocateSample');
  return { __typename: 'AllocateSampleSuccess', sampleId: sample.id, allocated: ids.length, leftOver: open.length - ids.length };
}

async function sampleOf(tx: CommandTransaction, given: string): Promise<SampleRow> {
  const id = uuidOf('Sample', given);
  // One giving out at a time: a lock that ends with the transaction, as a sample's row is never changed.
  if (id) await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`sample:${id}`]);
  const [sample] = id ? await tx.query<SampleRow>(`select id, tool_version_id as "toolVersionId", kind, with_worker as "withWorker" from sample where id = $1`, [id]) : [];
  if (!sample) throw notFound(['sampleId'], 'sample');
  return sample;
}

function dueOf({ dueOn, dueInWorkingDays }: AllocateSampleInput, today: string): string {
  if ((dueOn == null) === (dueInWorkingDays == null)) throw inputInvalid(['dueOn'], 'Say either the day or the number of working days.');
  if (dueInWorkingDays != null && (dueInWorkingDays < 1 || dueInWorkingDays > 250)) throw inputInvalid(['dueInWorkingDays'], 'From 1 to 250 working days.');
  const due = dueOn ?? workingDaysOn(today, dueInWorkingDays ?? 1);
  if (due < today) throw inputInvalid(['dueOn'], 'An audit cannot be due in the past.');
  return due;
}

function workingDaysOn(today: string, count: number): string {
  try {
    return addWorkingDays(today, count, ENGLAND);
  } catch (error) {
    if (error instanceof RangeError) throw inputInvalid(['dueInWorkingDays'], 'The bank holidays up to then are not known. Give a day.');
    throw error;
  }
}

/** What the programme asks of each auditor's role today, and how many audits of the period each has already. */
async function fairAuditors(tx: CommandTransaction, { toolVersionId, kind }: SampleRow, given: SampleAuditorInput[], period: string, today: string): Promise<FairAuditor[]> {
  const ids = await auditorsOf(tx, given.map((one) => one.auditorId), today);
  if (ids.length !== given.length) throw inputInvalid(['auditors'], 'Each auditor comes once.');
  const shares = await tx.query<{ role: string; times: number }>(
    `select s.role, s.times from audit_schedule s join audit_tool_version v on v.tool_id = s.tool_id
     where v.id = $1 and s.kind = $2 and s.valid_from <= $3::date and (s.valid_to is null or s.valid_to > $3::date)`,
    [toolVersionId, kind, today],
  );
  const loads = await tx.query<{ id: string; n: number }>(
    `select auditor_id as id, count(*)::int as n from audit where auditor_id = any($1::uuid[]) and period = $2 and state <> 'WITHDRAWN' group by 1`,
    [ids, period],
  );
  return given.map(({ auditorId, role }) => {
    const id = uuidOf('Worker', auditorId) as string;
    return { id, share: shares.find((one) => one.role === role)?.times ?? 1, load: loads.find((one) => one.id === id)?.n ?? 0 };
  });
}

/** Drawn cases without an audit, by who holds them now: they may have moved since the draw. */
async function openCases(tx: CommandTransaction, sampleId: string): Promise<OpenCase[]> {
  return tx.query<OpenCase>(
    `select c.id as "childId", c.worker_id as "workerId", c.team_id as "teamId", w.service_id as "serviceId", w.manager_id as "managerId"
     from sample_case k join child c on c.id = k.child_id left join worker_place w on w.worker_id = c.worker_id
     where k.sample_id = $1 and k.place is not null and not exists (select from audit a where a.sample_id = $1 and a.child_id = k.child_id and a.state <> 'WITHDRAWN')
     order by k.place`,
    [sampleId],
  );
}

function whoMay(tx: CommandTransaction, { withWorker }: SampleRow, { workerId, managerId, teamId }: OpenCase, auditors: readonly FairAuditor[], today: string): ReadonlySet<string> {
  const may = auditors.filter(({ id: auditorId }) =>
    pairingFault({ auditorId, auditorLeftOn: null, workerId, managerId, withWorker }, today, []) === null && leadsAudit(tx.viewer, { auditorId, workerId, teamId }));
  return new Set(may.map(({ id }) => id));
}

async function insertAudits(tx: CommandTransaction, sample: SampleRow, open: OpenCase[], given: Given, { today, dueOn, period }: { today: string; dueOn: string; period: string }): Promise<string[]> {
  const rows = open.map((one) => ({ ...one, auditorId: given.get(one.childId) ?? null })).filter((one) => one.auditorId !== null);
  const inserted = await tx.query<{ id: string }>(
    `insert into audit (child_id, worker_id, team_id, service_id, auditor_id, tool_version_id, kind, with_worker, sample_id, allocated_on, due_on, period)
     select r."childId", r."workerId", r."teamId", r."serviceId", r."auditorId", $2, $3, $4, $5, $6, $7, $8
     from json_to_recordset($1::text::json) as r("childId" uuid, "workerId" uuid, "teamId" uuid, "serviceId" uuid, "auditorId" uuid) returning id`,
    [JSON.stringify(rows), sample.toolVersionId, sample.kind, sample.withWorker, sample.id, today, dueOn, period],
  );
  return inserted.map(({ id }) => id);
}
