import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Casework, shown } from '../casework.fixtures';
import { LongAudits, SIXTY } from './audit-answer.fixtures';

describe('answers of an audit', () => {
  let casework: Casework;
  let audits: LongAudits;

  beforeAll(async () => {
    casework = await Casework.open();
    audits = await LongAudits.open(casework);
  }, 60_000);
  afterAll(() => casework.close());

  const all = (grade: string, version = 1) => SIXTY.map((key) => ({ key, grade, version }));

  it('are saved in one mutation, sixty at once, and again without a new version where nothing changed', async () => {
    const who = await audits.auditor();
    const audit = await audits.inProgress(who);
    const first = await audits.save(who, audit, 1, SIXTY, 'GOOD');
    expect(first.audit.version).toBe(2);
    expect(first.audit.answers).toHaveLength(60);
    expect(first.audit.answers[0]).toEqual({ questionKey: 'q-01', grade: 'GOOD', text: null, version: 1, answeredBy: { id: shown('Worker', who.personId) } });
    await audits.save(who, audit, 2, SIXTY.slice(0, 30), 'GOOD');
    expect(await audits.kept(audit)).toEqual(all('GOOD'));
    await audits.save(who, audit, 3, SIXTY.slice(0, 1), 'OUTSTANDING');
    expect((await audits.kept(audit)).slice(0, 2)).toEqual([{ key: 'q-01', grade: 'OUTSTANDING', version: 2 }, { key: 'q-02', grade: 'GOOD', version: 1 }]);
    // Sixty first answers and the one that changed.
    expect(await casework.behind(`select count(*)::int as n from casework.audit_answer_history where "row" ->> 'audit_id' = $1`, [audit])).toEqual([{ n: 61 }]);
  });

  it('of two windows on one audit: the later save is refused with what changed, and nothing of either is lost', async () => {
    const who = await audits.auditor();
    const audit = await audits.inProgress(who);
    await audits.save(who, audit, 1, ['q-01', 'q-02', 'q-03'], 'GOOD');
    casework.now = new Date('2026-03-18T11:15:00Z');
    await audits.save(who, audit, 2, ['q-03', 'q-04', 'q-02'], 'INADEQUATE');
    const stale = await audits.save(who, audit, 2, ['q-02', 'q-05'], 'OUTSTANDING');
    const change = { answeredAt: '2026-03-18T11:15:00.000Z', answeredBy: { id: shown('Worker', who.personId) } };
    expect(stale).toMatchObject({ __typename: 'AuditVersionStale', currentVersion: 3, path: ['version'] });
    expect(stale.changedAnswers).toEqual(['q-02', 'q-03', 'q-04'].map((questionKey) => ({ questionKey, ...change })));
    expect((await audits.kept(audit)).map(({ key, grade }) => `${key} ${grade}`)).toEqual(['q-01 GOOD', 'q-02 INADEQUATE', 'q-03 INADEQUATE', 'q-04 INADEQUATE']);
    expect((await audits.save(who, audit, stale.currentVersion, ['q-05'], 'OUTSTANDING')).audit.version).toBe(4);
  });

  it('of two at the same moment: one is kept and the other told', async () => {
    const who = await audits.auditor();
    const audit = await audits.inProgress(who);
    const both = await Promise.all([audits.save(who, audit, 1, SIXTY, 'GOOD'), audits.save(who, audit, 1, SIXTY, 'INADEQUATE')]);
    const kept = both.findIndex((one) => one.__typename === 'SaveAuditAnswersSuccess');
    expect(both[1 - kept]).toMatchObject({ __typename: 'AuditVersionStale', currentVersion: 2 });
    expect(both[1 - kept].changedAnswers).toHaveLength(60);
    expect(await audits.kept(audit)).toEqual(all(['GOOD', 'INADEQUATE'][kept] as string));
  });

  it('of twenty auditors at once are all kept, each with its own', async () => {
    const started = await Promise.all(Array.from({ length: 20 }, async () => {
      const who = await audits.auditor();
      return { who, audit: await audits.inProgress(who) };
    }));
    const grades = ['OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE'];
    const results = await Promise.all(started.map(({ who, audit }, index) => audits.save(who, audit, 1, SIXTY, grades[index % 4] as string)));
    expect(results.map((one) => one.audit?.version)).toEqual(Array(20).fill(2));
    for (const [index, { audit }] of started.entries()) expect(await audits.kept(audit)).toEqual(all(grades[index % 4] as string));
  });

  it('of a connection that is lost in the middle: none is kept, and the same save sent again keeps all once', async () => {
    const who = await audits.auditor();
    const audit = await audits.inProgress(who);
    const key = randomUUID();
    const other = new Client({ connectionString: casework.database.adminUrl });
    await other.connect();
    await other.query('begin');
    await other.query('select from casework.audit where id = $1 for update', [audit]);
    const lost = audits.save(who, audit, 1, SIXTY, 'GOOD', key).then(() => 'kept', () => 'lost');
    const waiting = () => casework.behind<{ pid: number }>(`select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`);
    for (let found = await waiting(); found.length === 0; ) found = await waiting();
    await casework.behind(`select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`);
    expect(await lost).toBe('lost');
    await other.query('rollback');
    await other.end();
    expect(await audits.kept(audit)).toEqual([]);
    expect((await audits.save(who, audit, 1, SIXTY, 'GOOD', key)).audit.version).toBe(2);
    // The answer was lost on its way back, so the caller sends it once more.
    expect((await audits.save(who, audit, 1, SIXTY, 'GOOD', key)).audit.version).toBe(2);
    expect(await audits.kept(audit)).toEqual(all('GOOD'));
  });
});
