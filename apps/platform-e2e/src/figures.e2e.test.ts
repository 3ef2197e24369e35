import { randomUUID } from 'node:crypto';
import { loadIndicators } from '@qaf/governance';
import { globalId } from '@qaf/graph';
import { machine } from '@qaf/identity';
import { SERVICE, TEAMS } from './authority';
import { codes, send, tell } from './commands';
import { audited, INDICATOR_FILE, seen } from './figures';
import { Stage } from './stage';

describe('Released figures', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
    // Four quarters of grades under visits; in the second, 22 good of 42. The last is beside a team of three.
    for (const [day, good, less] of [['2017-12-31', 30, 20], ['2018-02-01', 22, 20], ['2018-04-01', 25, 25], ['2018-07-01', 35, 15]] as const) await audited(stage, TEAMS.north, day, good, less);
    await audited(stage, randomUUID(), '2018-09-30', 1, 2);
    await seen(stage, [[TEAMS.north, 'WHITE', 30, 20], [TEAMS.north, 'BLACK', 18, 12], [TEAMS.south, 'WHITE', 25, 15], [TEAMS.south, 'BLACK', 10, 10]]);
  }, 120_000);

  afterAll(() => stage?.close());

  it('are published by the Principal Social Worker and QPA, and by nobody else', async () => {
    for (const person of ['director', 'head', 'northManager', 'northWorker', 'iro', 'hr', 'administrator', 'member', 'partner'] as const) {
      expect(codes(await tell(stage, person, 'publishAuditFigures', { statistic: 'audit-grades', period: '2017-18 Q4' }))).toEqual(['FORBIDDEN']);
      expect(codes(await tell(stage, person, 'publishSeenAlone', { period: '2018-19 Q1' }))).toEqual(['FORBIDDEN']);
    }
    for (const period of ['2017-18 Q3', '2017-18 Q4', '2018-19 Q1', '2018-19 Q2']) {
      expect(await send(stage, 'principalSocialWorker', 'publishAuditFigures', { statistic: 'priority-grades', period }, 'period version')).toMatchObject({ period, version: 1 });
      expect(await send(stage, 'quality', 'publishAuditFigures', { statistic: 'audit-grades', period }, 'statistic')).toMatchObject({ statistic: 'audit-grades' });
    }
    expect(await send(stage, 'quality', 'publishSeenAlone', { period: '2018-19 Q1' }, 'version')).toMatchObject({ version: 1 });
    expect(await send(stage, 'quality', 'publishSeenAlone', { period: '2018-19 Q1' })).toMatchObject({ __typename: 'ReleaseStepTooSmall' });
    expect(await send(stage, 'quality', 'publishSeenAlone', { period: '2199-00 Q1' })).toMatchObject({ __typename: 'ReleasePeriodNotFinished' });
  });

  it('tell the Director in one query which share of children was seen alone, by team and ethnicity', async () => {
    const { data, errors } = await stage.ask('director', `{ seenAlone(by: ["team", "ethnicity"], periods: ["2018-19 Q1"]) { provenance { period definition n { hidden } toolVersions filters { dimension level } }
      lines { team { name } ethnicity seenAlone { share lower upper numerator { value } denominator { value } } } } }`);
    expect(errors).toEqual([]);
    const [{ provenance, lines }] = data.seenAlone;
    expect(provenance).toMatchObject({ period: '2018-19 Q1', filters: [{ dimension: 'ethnicity', level: 'ethnicity' }, { dimension: 'organisation', level: 'team' }] });
    const found = lines.filter((line: { seenAlone: { denominator: { value: number | null } } }) => line.seenAlone.denominator.value !== 0);
    expect(found.map((line: { team: { name: string }; ethnicity: string; seenAlone: { share: number } }) => [line.team.name, line.ethnicity, line.seenAlone.share]).sort()).toEqual([
      ['Safeguarding North', 'BLACK', 18 / 30],
      ['Safeguarding North', 'WHITE', 30 / 50],
      ['Safeguarding South', 'BLACK', 10 / 20],
      ['Safeguarding South', 'WHITE', 25 / 40],
    ]);
  });

  it('tell the Principal Social Worker in one query how each priority is graded over time, within limits', async () => {
    const { data, errors } = await stage.ask('principalSocialWorker', '{ practicePriorities { code title auditGradeSeries { unit points { period value hidden } phases { from to note n mean lower upper } signals { kind direction } annotations { period note } } } }');
    expect(errors).toEqual([]);
    const { auditGradeSeries: series } = data.practicePriorities.find((one: { code: string }) => one.code === 'visits');
    // 30 of 50, 22 of 42, 25 of 50, and 36 of 53 with the team of three.
    const shares = [30 / 50, 22 / 42, 25 / 50, 36 / 53];
    expect(series.points.map((point: { value: number }) => point.value)).toEqual(shares);
    const mean = shares.reduce((sum, one) => sum + one, 0) / 4;
    const step = (shares[0]! - shares[1]! + (shares[1]! - shares[2]!) + (shares[3]! - shares[2]!)) / 3;
    expect(series.phases).toMatchObject([{ from: '2017-18 Q3', to: '2018-19 Q2', n: 4 }]);
    expect([series.phases[0].mean, series.phases[0].lower, series.phases[0].upper].map((value: number) => value.toFixed(6))).toEqual([mean, mean - 2.66 * step, mean + 2.66 * step].map((value) => value.toFixed(6)));
    expect(series.signals).toEqual([]);
  });

  it.each(['member', 'partner', 'northWorker', 'northManager', 'hr', 'director', 'administrator'] as const)('are read by %s, and say what they are', async (person) => {
    const { data, errors } = await stage.ask(person, '{ auditGrades(periods: ["2017-18 Q4"]) { provenance { title definition n { value } version } lines { total { value } grades { grade count { value } } goodOrBetter { share } } } }');
    expect(errors).toEqual([]);
    expect(data.auditGrades).toMatchObject([{ provenance: { title: 'Grades of audits', n: { value: 42 }, version: 1 }, lines: [{ total: { value: 42 }, goodOrBetter: { share: 22 / 42 } }] }]);
    expect(data.auditGrades[0].lines[0].grades.map(({ grade, count }: { grade: string; count: { value: number } }) => [grade, count.value])).toEqual([['OUTSTANDING', 0], ['GOOD', 22], ['REQUIRES_IMPROVEMENT', 20], ['INADEQUATE', 0]]);
  });

  it('hide a team of three from everyone, and more beside it', async () => {
    const { data } = await stage.ask('member', '{ auditGrades(by: ["team"], periods: ["2018-19 Q2"]) { lines { team { id } total { value hidden } goodOrBetter { share hidden } } } }');
    const lines = data.auditGrades[0].lines as { team: { id: string }; total: { value: number | null; hidden: boolean } }[];
    // Of two teams, neither can be told: the other is what is left of 53.
    expect(lines.map(({ total }) => total)).toEqual(lines.map(() => ({ value: null, hidden: true })));
    expect(lines.map(({ team }) => team.id)).toContain(globalId('Team', TEAMS.north));
  });

  it('refuse a cut that was not declared by name, with what can be asked instead; and answer nobody who has not signed in', async () => {
    for (const query of ['{ auditGrades(by: ["worker"]) { lines { total { value } } } }', '{ auditGrades(by: ["team", "service"]) { lines { total { value } } } }']) {
      const { errors } = await stage.ask('principalSocialWorker', query);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      expect(errors[0]?.message).toContain('TableNotReleased: the statistic audit-grades is not released by these levels together. Ask one of: by-team (organisation by team); by-service (organisation by service); authority (the whole authority).');
    }
    const { errors } = await stage.ask('director', `{ seenAloneSeries(teamId: "${globalId('Team', TEAMS.north)}", serviceId: "${globalId('Service', SERVICE)}") { unit } }`);
    expect(errors[0]?.message).toContain('by-service-and-ethnicity (organisation by service, ethnicity by ethnicity)');
    expect((await stage.ask(null, '{ seenAlone { lines { ethnicity } } }')).status).toBe(401);
  });

  it('of the nation come from the imported file, with the published series’ known limits', async () => {
    await loadIndicators(stage.graph.subgraphs.governance, INDICATOR_FILE, { fileHash: 'b'.repeat(64), check: false, now: new Date('2025-01-10T09:00:00Z') });
    const { data, errors } = await stage.ask('member', '{ indicator(code: "cpp-reviewed-in-time") { title series(authority: "Shropshire", baselineTo: 2022) { mean lower upper signals { kind direction from to } } } }');
    expect(errors).toEqual([]);
    const { mean, lower, upper, signals } = data.indicator.series;
    expect([mean, lower, upper].map((value: number) => value.toFixed(2))).toEqual(['97.10', '94.38', '99.82']);
    expect(signals).toEqual(['2023', '2024'].map((year) => ({ kind: 'OUTSIDE', direction: 'DOWN', from: year, to: year })));
  });

  it('are the only way to the sums: no login of the application reads them as a person', async () => {
    const asked = stage.graph.subgraphs.casework.unit({ ...machine('machine_event', 'figures'), grants: [{ role: 'principal_social_worker', scope: 'authority', scopeId: null }] }, 'figures');
    expect(await asked.query('select 1 from audit_grade_sum union all select 1 from audit_grade_sum_change union all select 1 from release_truth')).toEqual([]);
    await asked.end();
  });
});
