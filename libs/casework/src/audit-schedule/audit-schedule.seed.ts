/** An open transaction as the import machine or quality, who alone may write schedules. */
interface Transaction {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}

/** Each asks for one Child Journey audit a month; the first business year of the programme begins them. */
const PROGRAMME = [
  { role: 'director', kind: 'CHILD_JOURNEY', withWorker: true, source: 'Programme 2018-19, Director: one case with the social worker' },
  { role: 'head_of_service', kind: 'CHILD_JOURNEY', withWorker: true, source: 'Programme 2018-19, heads of service: a case file with the worker' },
  { role: 'service_manager', kind: 'CHILD_JOURNEY', withWorker: false, source: 'Programme 2018-19, service managers: one case' },
  { role: 'team_manager', kind: 'CHILD_JOURNEY', withWorker: false, source: 'Programme 2018-19, team managers: one case' },
  { role: 'senior_social_worker', kind: 'CHILD_JOURNEY', withWorker: false, source: 'Programme 2018-19, senior social workers: one case' },
  { role: 'iro', kind: 'CHILD_JOURNEY', withWorker: false, source: 'Programme 2018-19, reviewing officers and chairs: one case' },
  { role: 'principal_social_worker', kind: 'JOINT', withWorker: false, source: 'Programme 2018-19, Principal Social Worker: one with a team manager' },
];

/** Writes what the programme asks of each role, once: where any schedule is there already, nothing changes. Needs the Child Journey tool. */
export async function seedAuditProgramme(tx: Transaction): Promise<void> {
  await tx.query(
    `insert into audit_schedule (role, tool_id, kind, times, per, with_worker, source, valid_from)
     select p.role, t.id, p.kind, 1, 'MONTH', p."withWorker", p.source, '2018-04-01'
     from json_to_recordset($1::text::json) as p(role text, kind text, "withWorker" boolean, source text) join audit_tool t on t.code = 'child-journey'
     where not exists (select from audit_schedule)`,
    [JSON.stringify(PROGRAMME)],
  );
}
