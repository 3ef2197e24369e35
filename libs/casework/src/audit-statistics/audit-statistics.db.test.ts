import { randomUUID } from 'node:crypto';
import { checkRollUp } from '@qaf/database';
import { globalId } from '@qaf/graph';
import { machine, type Viewer } from '@qaf/identity';
import { reportDue } from '@qaf/release';
import { AuditLife, done, key } from '../audit/audit.fixtures';
import { type Answer, Casework, viewer } from '../casework.fixtures';
import { GRADE_ROLL_UPS } from '../migrations/grade-roll-ups';
import { CASEWORK } from '../subgraph';
import { AUDIT_RELEASES } from './audit-grades.facts';
import { audited } from './audit-statistics.fixtures';

const MEMBER: Viewer = { ...viewer('elected_member'), workerId: null };
const GRADES = `query ($by: [Text!]) { auditGrades(by: $by) { provenance { statistic period n { value hidden } version toolVersions filters { dimension level } askInstead }
  lines { team { id } service { id } total { value hidden } grades { grade count { value } } goodOrBetter { share hidden numerator { value } denominator { value } } } } }`;
const PUBLISH = `mutation ($input: PublishAuditFiguresInput!) { publishAuditFigures(input: $input) { __typename ... on PublishAuditFiguresSuccess { statistic period version } ... on Problem { path } } }`;

const publish = (casework: Casework, who: Viewer, statistic: string, period: string): Promise<Answer> => casework.ask(who, PUBLISH, { input: { idempotencyKey: key(), statistic, period } });

describe('grades of audits', () => {
  let casework: Casework;
  beforeAll(async () => void (casework = await Casework.open()), 60_000);
  afterAll(() => casework.close());

  it('keep their sums in step through an audit’s life, under each one’s own login', async () => {
    const life = new AuditLife(casework);
    const child = await casework.child();
    const wrong = () => casework.as(machine('machine_report', 'check'), async (tx) => (await Promise.all(GRADE_ROLL_UPS.map((one) => checkRollUp(tx, 'casework', one)))).flat());
    const sums = () => casework.sql(machine('machine_report', 'check'), 'select grade, sum(audits)::int as n from audit_grade_sum_change group by grade having sum(audits) <> 0 order by 1');
    await life.started(child);
    expect(await sums()).toEqual([]);
    const audit = await life.submitted(await casework.child(), 'REQUIRES_IMPROVEMENT');
    expect(await sums()).toEqual([{ grade: 'REQUIRES_IMPROVEMENT', n: 1 }]);
    expect(await wrong()).toEqual([]);
    const moderated = done(await life.step(casework.psw, 'moderateAudit', { auditId: audit.id, version: audit.version, moderatedGrade: 'GOOD', moderationReason: 'The plan is sound.' }));
    expect(await sums()).toEqual([{ grade: 'GOOD', n: 1 }]);
    expect(moderated.version).toBeGreaterThan(audit.version);
    // Each of five priorities has the one grade that all its answers were given.
    expect(await casework.behind(`select count(distinct priority_code)::int as priorities, sum(audits)::int as audits, min(grade) as grade from casework.priority_grade_sum_change`)).toEqual([{ priorities: 5, audits: 5, grade: 'REQUIRES_IMPROVEMENT' }]);
    expect(await wrong()).toEqual([]);
    for (const who of [casework.psw, casework.qpa, casework.southManager, MEMBER]) {
      for (const table of ['audit_grade_sum', 'audit_grade_sum_change', 'priority_grade_known_change', 'audit_grade_sum_counted()', 'release_truth']) expect(await casework.sql(who, `select * from ${table}`)).toEqual([]);
    }
  });
});

describe('released grades', () => {
  let casework: Casework;
  const east = randomUUID();

  beforeAll(async () => {
    casework = await Casework.open();
    // Q3: north 21, south 21, so 22 good of 42. Q2: beside them a team of three.
    await audited(casework, casework.north, '2025-10-31', { GOOD: 12, REQUIRES_IMPROVEMENT: 9 });
    await audited(casework, casework.south, '2025-12-31', { GOOD: 10, REQUIRES_IMPROVEMENT: 11 });
    await audited(casework, casework.north, '2025-07-01', { GOOD: 20, REQUIRES_IMPROVEMENT: 30 });
    await audited(casework, casework.south, '2025-09-30', { GOOD: 30, REQUIRES_IMPROVEMENT: 20 });
    await audited(casework, east, '2025-08-15', { GOOD: 1, REQUIRES_IMPROVEMENT: 2 });
    await audited(casework, casework.north, '2026-01-05', { GOOD: 8 });
  }, 60_000);
  afterAll(() => casework.close());

  it('are published by the Principal Social Worker or QPA, for a period that is over, and not again for nothing', async () => {
    for (const who of [casework.manager, casework.head, casework.worker, MEMBER]) expect((await publish(casework, who, 'audit-grades', '2025-26 Q3')).errors.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
    const answers = async (statistic: string, period: string, who = casework.qpa) => (await publish(casework, who, statistic, period)).data.publishAuditFigures;
    expect(await answers('audit-grades', '2025-26 Q4')).toEqual({ __typename: 'ReleasePeriodNotFinished', path: ['period'] });
    expect(await answers('audit-grades', '2025-26')).toEqual({ __typename: 'InputInvalid', path: ['period'] });
    expect(await answers('audit-grades', '2025-27 Q1')).toEqual({ __typename: 'InputInvalid', path: ['period'] });
    expect(await answers('audit-hopes', '2025-26 Q3')).toEqual({ __typename: 'NotFound', path: ['statistic'] });
    expect(await answers('audit-grades', '2025-26 Q3')).toEqual({ __typename: 'PublishAuditFiguresSuccess', statistic: 'audit-grades', period: '2025-26 Q3', version: 1 });
    expect(await answers('audit-grades', '2025-26 Q3', casework.psw)).toEqual({ __typename: 'ReleaseStepTooSmall', path: ['period'] });
  });

  it('are read by a member as they come out by hand, and by no cut that was not declared', async () => {
    const { data, errors } = await casework.ask(MEMBER, GRADES, { by: [] });
    expect(errors).toEqual([]);
    const [release] = data.auditGrades;
    expect(release.provenance).toEqual({ statistic: 'audit-grades', period: '2025-26 Q3', n: { value: 42, hidden: false }, version: 1, toolVersions: [expect.stringMatching(/ 1$/)], filters: [], askInstead: [] });
    expect(release.lines).toEqual([{
      team: null, service: null, total: { value: 42, hidden: false },
      grades: [['OUTSTANDING', 0], ['GOOD', 22], ['REQUIRES_IMPROVEMENT', 20], ['INADEQUATE', 0]].map(([grade, value]) => ({ grade, count: { value } })),
      goodOrBetter: { share: 22 / 42, hidden: false, numerator: { value: 22 }, denominator: { value: 42 } },
    }]);
    const refused = await casework.ask(MEMBER, GRADES, { by: ['team', 'ethnicity'] });
    expect(refused.errors).toMatchObject([{ message: 'TableNotReleased: the statistic audit-grades is not released by these levels together. Ask one of: by-team (organisation by team); by-service (organisation by service); authority (the whole authority).', extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await casework.ask(MEMBER, `{ auditGradeSeries(teamId: "${globalId('Team', east)}", serviceId: "${globalId('Service', casework.service)}") { unit } }`)).errors[0]?.message).toContain('TableNotReleased');
  });

  it('are published by the machine a fortnight after the quarter, and hide a team of three with enough beside it', async () => {
    const due = await reportDue(casework.subgraph, { store: CASEWORK.store, sources: AUDIT_RELEASES }, new Date('2026-01-14T10:00:00Z'));
    expect(due.map(({ statistic, period, outcome }) => [statistic, period, outcome.kind])).toEqual([
      ['audit-grades', '2025-26 Q2', 'RELEASED'],
      ['priority-grades', '2025-26 Q2', 'RELEASED'],
    ]);
    const later = await reportDue(casework.subgraph, { store: CASEWORK.store, sources: AUDIT_RELEASES }, new Date('2026-01-15T10:00:00Z'));
    expect(later.map(({ period }) => period)).toEqual(['2025-26 Q3']);
    const { data } = await casework.ask(casework.worker, GRADES, { by: ['team'] });
    const [q2, q3] = data.auditGrades;
    const totals = (release: { lines: { team: { id: string }; total: { value: number | null; hidden: boolean } }[] }) => Object.fromEntries(release.lines.map(({ team, total }) => [team.id, total.value]));
    expect([q2.provenance.period, q3.provenance.period]).toEqual(['2025-26 Q2', '2025-26 Q3']);
    expect(totals(q2)[globalId('Team', east)]).toBeNull();
    // One hidden of three could be taken from the total of 103; so no team's total tells it.
    expect(Object.values(totals(q2)).filter((value) => value === null).length).toBeGreaterThan(1);
    expect(await casework.behind(`select count(*)::int as n from casework.release_cell c join casework.release r on r.id = c.release_id where r.period = '2025-26 Q2' and c.value between 1 and 5`)).toEqual([{ n: 0 }]);
    expect(await casework.behind('select 1 from casework.audit_grade_sum_change')).toEqual([]);
  });

  it('of a practice priority make a series with limits', async () => {
    await audited(casework, casework.north, '2025-04-01', { GOOD: 30, REQUIRES_IMPROVEMENT: 20 });
    await reportDue(casework.subgraph, { store: CASEWORK.store, sources: AUDIT_RELEASES }, casework.now);
    const { data, errors } = await casework.ask(MEMBER, `query ($r: [_Any!]!) { _entities(representations: $r) { ... on PracticePriority { auditGradeSeries { unit points { period value hidden } phases { from to n mean lower upper } signals { kind } annotations { note } }
      auditGrades(periods: ["2025-26 Q3"]) { lines { priority { code } total { value } goodOrBetter { share } } } } } }`, { r: [{ __typename: 'PracticePriority', code: 'visits' }] });
    expect(errors).toEqual([]);
    const [{ auditGradeSeries: series, auditGrades }] = data._entities;
    expect(auditGrades).toEqual([{ lines: [{ priority: { code: 'visits' }, total: { value: 42 }, goodOrBetter: { share: 22 / 42 } }] }]);
    // Q1 30 of 50, Q2 51 of 103, Q3 22 of 42.
    const shares = [30 / 50, 51 / 103, 22 / 42];
    expect(series.points).toEqual(shares.map((value, at) => ({ period: `2025-26 Q${at + 1}`, value, hidden: false })));
    const mean = shares.reduce((sum, share) => sum + share, 0) / 3;
    const step = (shares[0]! - shares[1]! + (shares[2]! - shares[1]!)) / 2;
    expect(series.phases).toHaveLength(1);
    expect(series.phases[0]).toMatchObject({ from: '2025-26 Q1', to: '2025-26 Q3', n: 3 });
    expect(series.phases[0].mean).toBeCloseTo(mean, 12);
    expect(series.phases[0].upper).toBeCloseTo(mean + 2.66 * step, 12);
    expect([series.unit, series.signals, series.annotations]).toEqual(['SHARE', [], []]);
  });
});
