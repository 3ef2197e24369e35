import { globalId } from '@qaf/graph';
import { key } from './audit-thread';
import { type Cast, TEAMS } from './authority';
import { childOf, type StageChild } from './children';
import { Stage } from './stage';

const SAMPLE = 'sample { id seed frameSize drawnCount frameDigest replay { agrees frameDigest } cases(first: 50) { totalCount edges { node { place child { id } audit { id version dueOn auditor { displayName } worker { displayName } } } } } }';

describe('The month’s audits', () => {
  let stage: Stage;
  let north: StageChild[];
  let south: StageChild;

  beforeAll(async () => {
    stage = await Stage.open();
    north = [await childOf(stage, 'north', 'northWorker'), await childOf(stage, 'north', 'northWorker')];
    south = await childOf(stage, 'south', 'southWorker');
  }, 90_000);
  afterAll(() => stage?.close());

  const worker = (person: keyof Cast) => globalId('Worker', stage.people[person].id);
  const send = async (person: keyof Cast, command: string, input: object, selection: string) => {
    const type = `${command[0]?.toUpperCase()}${command.slice(1)}`;
    const { data, errors } = await stage.ask(person, `mutation M($input: ${type}Input!) { ${command}(input: $input) { __typename ... on ${type}Success { ${selection} } ... on Problem { code path } } }`, { input: { ...key(), ...input } });
    return errors[0]?.extensions.code ?? data[command];
  };
  const draw = (person: keyof Cast, auditors: (keyof Cast)[], more: object = {}) =>
    send(person, 'drawSample', { title: 'This month', toolCode: 'child-journey', method: 'WHOLE', auditorIds: auditors.map(worker), seed: 11, ...more }, SAMPLE);
  const nodes = (result: { sample: { cases: { edges: { node: { child: { id: string }; audit: { id: string; version: number; dueOn: string; auditor: { displayName: string } } } }[] } } }) => result.sample.cases.edges.map(({ node }) => node);

  it('are drawn by quality, drawn the same again, and given out to nobody who manages the worker', async () => {
    const drawn = await draw('quality', ['northManager', 'southManager']);
    expect(drawn.sample).toMatchObject({ seed: 11, frameSize: 3, drawnCount: 3, replay: { agrees: true, frameDigest: drawn.sample.frameDigest } });
    const again = await draw('principalSocialWorker', ['northManager', 'southManager']);
    expect(nodes(again).map(({ child }) => child.id)).toEqual(nodes(drawn).map(({ child }) => child.id));
    const auditors = (['northManager', 'southManager'] as const).map((person) => ({ auditorId: worker(person), role: 'team_manager' }));
    const given = await send('quality', 'allocateSample', { sampleId: drawn.sample.id, auditors, dueInWorkingDays: 10 }, `allocated leftOver ${SAMPLE}`);
    expect(given).toMatchObject({ allocated: 3, leftOver: 0 });
    const auditorOf = (child: StageChild) => nodes(given).find((one) => one.child.id === child.id)?.audit.auditor.displayName;
    expect([...north, south].map(auditorOf)).toEqual(['Otto Southgate', 'Otto Southgate', 'Mira Northway']);
  });

  it('are asked for by a team manager, due and overdue, with the actions and supervision of the team in one query', async () => {
    const { data, errors } = await stage.ask('northManager', `query Q($team: ID!) {
      audits(filter: { open: true, teamId: $team }) { totalCount edges { node { state dueOn overdueWorkingDays auditor { displayName } worker { displayName } child { caseReference } tool { number tool { code } } } } }
      actions(filter: { teamId: $team, overdue: true }) { totalCount }
      team(id: $team) { workers { displayName lastSupervisedOn } }
      me { audits(filter: { open: true }) { totalCount } }
    }`, { team: globalId('Team', TEAMS.north) });
    expect(errors).toEqual([]);
    expect(data.audits.totalCount).toBe(2);
    expect(data.audits.edges[0].node).toMatchObject({ state: 'ALLOCATED', overdueWorkingDays: 0, auditor: { displayName: 'Otto Southgate' }, worker: { displayName: 'Noor Applegarth' }, tool: { number: 1, tool: { code: 'child-journey' } } });
    expect(data.me.audits.totalCount).toBe(1);
  });

  it('go to another auditor, with a reason, where the first cannot', async () => {
    const { data } = await stage.ask('quality', `query Q($id: ID!) { child(id: $id) { audits { edges { node { id version } } } } }`, { id: south.id });
    const [{ node: audit }] = data.child.audits.edges;
    const moved = await send('quality', 'reallocateAudit', { auditId: audit.id, version: audit.version, auditorId: worker('iro'), reason: 'On leave.' }, 'audit { auditor { displayName } reallocations { from { displayName } to { displayName } reason } }');
    expect(moved.audit).toEqual({ auditor: { displayName: 'Ivo Larkrise' }, reallocations: [{ from: { displayName: 'Mira Northway' }, to: { displayName: 'Ivo Larkrise' }, reason: 'On leave.' }] });
    expect((await stage.ask('northManager', 'query Q($id: ID!) { audit(id: $id) { id } }', { id: audit.id })).data.audit).toBeNull();
    expect((await stage.ask('iro', 'query Q($id: ID!) { audit(id: $id) { child { caseReference } } }', { id: audit.id })).data.audit.child.caseReference).toBe(south.reference);
  });

  it('are the Principal IRO’s to draw where reviewing officers audit, and nobody else’s', async () => {
    const own = await draw('principalIro', ['iro'], { auditedWithinDays: 0 });
    expect(own.sample.frameSize).toBe(3);
    expect(await draw('principalIro', ['southManager'])).toMatchObject({ code: 'SampleFrameEmpty' });
    for (const person of ['northWorker', 'northManager', 'serviceManager', 'head', 'director', 'iro', 'hr', 'administrator', 'governance', 'member', 'partner'] as const) {
      expect([person, await draw(person, ['southManager'])]).toEqual([person, 'FORBIDDEN']);
      expect([person, await send(person, 'allocateSample', { sampleId: own.sample.id, auditors: [{ auditorId: worker('iro') }], dueInWorkingDays: 5 }, 'allocated')]).toEqual([person, 'FORBIDDEN']);
      expect([person, await send(person, 'remindAuditors', {}, 'reminded')]).toEqual([person, 'FORBIDDEN']);
    }
    const { data } = await stage.ask('quality', '{ samples { totalCount } auditSchedules { role times per kind } }');
    expect(data.samples.totalCount).toBe(3);
    expect(data.auditSchedules).toContainEqual({ role: 'team_manager', times: 1, per: 'MONTH', kind: 'CHILD_JOURNEY' });
    expect((await stage.ask('principalIro', '{ samples { totalCount } }')).data.samples.totalCount).toBe(1);
  });
});
