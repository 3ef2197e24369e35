import type { Viewer } from '@qaf/identity';
import { Casework, shown, viewer } from '../casework.fixtures';
import { AuditLife, CHECKED, done } from './audit.fixtures';

const SEEN = `query Q($id: ID!, $child: ID!) {
  audit(id: $id) { state } audits { totalCount } 
  _entities(representations: [{ __typename: "Audit", ref: $id }, { __typename: "Child", ref: $child }]) { ... on Audit { grade } ... on Child { audits { totalCount } } } }`;

describe('who sees an audit', () => {
  let casework: Casework;
  let life: AuditLife;
  let child: string;

  beforeAll(async () => {
    casework = await Casework.open();
    life = new AuditLife(casework);
    child = await casework.child();
  }, 60_000);
  afterAll(() => casework.close());

  async function sees(who: Viewer, id: string): Promise<boolean> {
    const { data } = await casework.ask(who, `query Q($id: ID!) { audit(id: $id) { id } }`, { id });
    return data.audit !== null;
  }

  it('are its auditor, the line above the worker, the team’s seniors and quality', async () => {
    const { id } = await life.submitted(child);
    const { southManager, manager, senior, head, psw, qpa } = casework;
    for (const who of [southManager, manager, senior, head, psw, qpa]) expect([who.displayName, await sees(who, id)]).toEqual([who.displayName, true]);
    const { colleague, iro, southWorker, principalIro } = casework;
    for (const who of [colleague, iro, southWorker, principalIro]) expect([who.displayName, await sees(who, id)]).toEqual([who.displayName, false]);
  });

  it('is the worker while the checklist is theirs, and not again before feedback', async () => {
    const { worker, southManager } = casework;
    const { id } = await life.allocated(child);
    expect(await sees(worker, id)).toBe(true);
    const checked = done(await life.step(worker, 'completeAuditChecklist', { auditId: id, version: 1, answers: CHECKED }));
    const started = done(await life.step(southManager, 'startAudit', { auditId: id, version: checked.version }));
    expect(await sees(worker, id)).toBe(false);
    const acknowledge = await life.step(worker, 'acknowledgeAudit', { auditId: id, version: started.version });
    expect(acknowledge).toEqual({ __typename: 'NotFound', code: 'NotFound', message: 'There is no such audit for you.', path: ['auditId'] });
  });

  it('is the worker after feedback, even where they lead a team themselves', async () => {
    const lead = viewer('senior_social_worker', { teams: [casework.north] });
    await casework.told('workforce.worker.moved.v1', { workerId: lead.personId, teamId: casework.north, managerId: casework.manager.personId });
    const { id } = done(await life.allocate(await casework.child({ worker: lead.personId })));
    const checked = done(await life.step(lead, 'completeAuditChecklist', { auditId: id, version: 1, answers: CHECKED }));
    done(await life.step(casework.southManager, 'startAudit', { auditId: id, version: checked.version }));
    expect(await sees(lead, id)).toBe(false);
    expect(await sees(casework.senior, id)).toBe(true);
  });

  it('is the Principal IRO where an IRO of theirs audits', async () => {
    const { id } = done(await life.allocate(child, { auditorId: shown('Worker', casework.iro.personId) }));
    expect(await sees(casework.principalIro, id)).toBe(true);
    expect(await sees(viewer('principal_iro'), id)).toBe(false);
  });

  it('is nobody of another team, by any path', async () => {
    const { id } = await life.submitted(child);
    const other = viewer('team_manager', { teams: [casework.south] });
    const { data, errors } = await casework.ask(other, SEEN, { id, child: shown('Child', child) });
    expect(errors).toEqual([]);
    expect(data).toEqual({ audit: null, audits: { totalCount: 0 }, _entities: [null, null] });
    const uuid = Buffer.from(id, 'base64url').toString().split(':')[1];
    expect(await casework.sql(other, 'select id from audit_answer where audit_id = $1', [uuid])).toEqual([]);
    expect(await casework.sql(other, 'select id from audit_history where id = $1', [uuid])).toEqual([]);
  });

  it('who sees it may still not take the auditor’s steps', async () => {
    const { id, version } = await life.started(child);
    const answer = await life.step(casework.manager, 'saveAuditAnswers', { auditId: id, version, answers: [{ questionKey: 'next-steps', text: 'Mine.' }] });
    expect(answer).toMatchObject({ __typename: 'AuditNotYours', path: ['auditId'] });
    const uuid = Buffer.from(id, 'base64url').toString().split(':')[1];
    await expect(casework.sql(casework.manager, `insert into audit_answer (audit_id, question_key, text) values ($1, 'next-steps', 'Mine.')`, [uuid])).rejects.toMatchObject({ code: '42501' });
  });

  it('nobody gives themselves an audit, and with it a child, past the commands', async () => {
    const { southManager } = casework;
    const [version] = await casework.behind<{ id: string }>('select id from casework.audit_tool_version');
    const insert = `insert into audit (child_id, tool_version_id, auditor_id, kind, allocated_on, due_on, period) values ($1, $2, $3, 'THEMED', current_date, current_date, '2026-03')`;
    await expect(casework.sql(southManager, insert, [child, version?.id, southManager.personId])).rejects.toMatchObject({ code: '42501' });
  });
});
