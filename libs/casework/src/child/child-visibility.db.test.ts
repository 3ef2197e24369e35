import { globalId } from '@qaf/graph';
import { nobody, type Role, type Viewer } from '@qaf/identity';
import { AuditLife } from '../audit/audit.fixtures';
import { Casework, shown, viewer } from '../casework.fixtures';

const EVERYWHERE = `query Q($id: ID!, $reference: Text!, $team: ID!, $worker: ID!) {
  child(id: $id) { id }
  childByReference(caseReference: $reference) { id }
  children(filter: { teamId: $team }) { totalCount edges { node { id } } }
  _entities(representations: [{ __typename: "Child", id: $id }, { __typename: "Child", ref: $id }, { __typename: "Team", id: $team }, { __typename: "Worker", id: $worker }]) {
    ... on Child { caseReference episodes { totalCount } }
    ... on Team { children { totalCount edges { node { id } } } audits { totalCount } }
    ... on Worker { childrenAllocated { totalCount edges { node { id } } } auditsOfPractice { totalCount } } } }`;

describe('a child', () => {
  let casework: Casework;
  let life: AuditLife;

  beforeAll(async () => {
    casework = await Casework.open();
    life = new AuditLife(casework);
  }, 60_000);
  afterAll(() => casework.close());

  /** Whether the viewer meets the child in the database itself. */
  async function sees(who: Viewer, child: string): Promise<boolean> {
    return (await casework.sql<{ id: string }>(who, 'select id from child where id = $1', [child])).length === 1;
  }

  it('is seen by the worker, the team’s managers and seniors, the line above, the IRO, quality', async () => {
    const child = await casework.child();
    const { worker, manager, senior, head, iro, principalIro, psw, qpa } = casework;
    for (const who of [worker, manager, senior, head, iro, principalIro, psw, qpa]) expect([who.displayName, await sees(who, child)]).toEqual([who.displayName, true]);
  });

  it('is not seen by a colleague, another team, or any role that meets no casework, wherever they stand', async () => {
    const child = await casework.child();
    const { colleague, southWorker, southManager, north } = casework;
    for (const who of [colleague, southWorker, southManager]) expect([who.displayName, await sees(who, child)]).toEqual([who.displayName, false]);
    const outside: Role[] = ['chief_executive', 'lead_member', 'elected_member', 'board_chair', 'partner_member', 'hr_officer', 'administrator', 'complaints_manager', 'information_governance_officer'];
    for (const role of outside) {
      const over = viewer(role, { teams: [north], workers: [casework.worker.personId] });
      expect([role, await sees(over, child)]).toEqual([role, false]);
    }
  });

  it('is absent for another team’s manager by every path', async () => {
    const child = await casework.child();
    await life.submitted(child);
    const [row] = await casework.behind<{ reference: string }>('select case_reference as reference from casework.child where id = $1', [child]);
    const other = viewer('team_manager', { teams: [casework.south] });
    const answer = await casework.ask(other, EVERYWHERE, { id: shown('Child', child), reference: row?.reference, team: shown('Team', casework.north), worker: shown('Worker', casework.worker.personId) });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      child: null,
      childByReference: null,
      children: { totalCount: 0, edges: [] },
      _entities: [null, null, { children: { totalCount: 0, edges: [] }, audits: { totalCount: 0 } }, { childrenAllocated: { totalCount: 0, edges: [] }, auditsOfPractice: { totalCount: 0 } }],
    });
    const allocate = await life.step(viewer('compass_service_manager', { teams: [casework.south] }), 'allocateAudit', {
      childId: shown('Child', child), auditorId: shown('Worker', casework.southManager.personId), toolCode: 'child-journey', dueOn: '2026-04-01',
    });
    expect(allocate).toEqual({ __typename: 'NotFound', code: 'NotFound', message: 'There is no such child for you.', path: ['childId'] });
  });

  it('hides its episodes, allocations, meetings and visits with it', async () => {
    const child = await casework.child();
    for (const [table, columns, values] of [
      ['episode', 'kind, source, source_key, started_on', `'CIN', 't', '${child}', '2025-01-01'`],
      ['child_allocation', 'role, team_id, valid_from', `'WORKER', '${casework.north}', '2025-01-01'`],
      ['case_meeting', 'kind, held_on, source, source_key', `'LAC_REVIEW', '2025-01-01', 't', '${child}'`],
      ['visit', 'kind, visited_on, source, source_key', `'CIN', '2025-01-01', 't', '${child}'`],
    ] as const) {
      await casework.sql(casework.machine, `insert into ${table} (child_id, ${columns}) values ($1, ${values})`, [child]);
      const count = (who: Viewer) => casework.sql(who, `select from ${table} where child_id = $1`, [child]);
      expect([table, (await count(casework.worker)).length, (await count(casework.southManager)).length]).toEqual([table, 1, 0]);
    }
  });

  it('is met by its auditor from allocation until thirty days after closure', async () => {
    const child = await casework.child();
    const { southManager } = casework;
    expect(await sees(southManager, child)).toBe(false);
    const audit = await life.acknowledged(child);
    expect(await sees(southManager, child)).toBe(true);
    await life.step(southManager, 'closeAudit', { auditId: audit.id, version: audit.version });
    const closed = (days: number) => casework.behind(`update casework.audit set closed_on = current_date - ${days} where child_id = $1`, [child]);
    await closed(30);
    expect(await sees(southManager, child)).toBe(true);
    await closed(31);
    expect(await sees(southManager, child)).toBe(false);
  });

  it('whose record is locked is seen by those whom the lock names alone, wherever they stand', async () => {
    const { worker, colleague, manager, iro, psw, qpa, principalIro, head, southManager } = casework;
    const child = await casework.child({ locked: [colleague.personId, southManager.personId] });
    for (const who of [worker, manager, iro, psw, qpa, principalIro, head, viewer('director', { teams: [casework.north] })]) expect([who.displayName, await sees(who, child)]).toEqual([who.displayName, false]);
    for (const who of [colleague, southManager]) expect([who.displayName, await sees(who, child)]).toEqual([who.displayName, true]);
    for (const role of ['hr_officer', 'elected_member'] as const) expect(await sees(viewer(role, { workerId: colleague.personId }), child)).toBe(false);
  });

  it('is asked for by roles that meet casework alone', async () => {
    for (const role of ['administrator', 'elected_member', 'partner_member', 'chief_executive', 'hr_officer'] as const) {
      const answer = await casework.ask(viewer(role), '{ children { totalCount } }');
      expect([role, answer.errors[0]?.extensions]).toEqual([role, { code: 'FORBIDDEN' }]);
    }
  });

  it('is on the access record once read: who, which, by what', async () => {
    const child = await casework.child();
    const who = viewer('qpa_officer');
    await casework.ask(who, 'query Q($id: ID!) { child(id: $id) { caseReference } }', { id: shown('Child', child) });
    const lines = await casework.behind(`select operation, entity_type, ids, action from casework.access_record where person_id = $1`, [who.personId]);
    expect(lines).toEqual([{ operation: 'READ', entity_type: 'Child', ids: [child], action: 'child' }]);
  });
});

describe('without a viewer', () => {
  let casework: Casework;

  beforeAll(async () => {
    casework = await Casework.open();
    const life = new AuditLife(casework);
    const child = await casework.child();
    await life.submitted(child);
    await casework.sql(casework.machine, `insert into unmatched_name (source, kind, name, rows, first_list, first_row) values ('annex-a', 'TEAM', 'north', 1, 'List 6', 2)`);
    await casework.sql(casework.machine, `insert into import_run (format, file_hash, started_at) values ('annex-a', repeat('a', 64), now())`);
    await casework.sql(casework.machine, `insert into episode (child_id, kind, source, source_key) values ($1, 'CIN', 't', 'k')`, [child]);
  }, 60_000);
  afterAll(() => casework.close());

  it('there are no rows in any table, and none can be written', async () => {
    const tables = await casework.behind<{ table: string }>(`select tablename as table from pg_tables where schemaname = 'casework' and tablename not in ('migration', 'handled_event')`);
    expect(tables.length).toBeGreaterThan(25);
    for (const { table } of tables) {
      const rows = await casework.sql<{ n: number }>(nobody('r'), `select count(*)::int as n from "${table}"`).catch((error: { code: string }) => error.code);
      expect([table, rows]).toEqual([table, [{ n: 0 }]]);
    }
    await expect(casework.sql(nobody('r'), `insert into child (case_reference) values ('X')`)).rejects.toMatchObject({ code: '42501' });
  });

  it('has every table’s row security forced', async () => {
    const open = await casework.behind(`select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'casework' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`);
    expect(open).toEqual([]);
  });

  it('hides even the key of a child from who asks for it by reference', async () => {
    const [child] = await casework.behind<{ id: string }>('select id from casework.child limit 1');
    const { data } = await casework.ask(viewer('team_manager'), `query Q($ref: ID!) { _entities(representations: [{ __typename: "Child", ref: $ref }]) { ... on Child { id } } }`, { ref: globalId('Child', child?.id as string) });
    expect(data._entities).toEqual([null]);
  });
});
