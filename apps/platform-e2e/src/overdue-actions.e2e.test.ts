import { randomUUID } from 'node:crypto';
import { insertRows, type SubgraphName } from '@qaf/database';
import { globalId } from '@qaf/graph';
import { machine } from '@qaf/identity';
import { type Cast, SERVICE, TEAMS } from './authority';
import { childOf, type StageChild } from './children';
import { send } from './commands';
import { Stage } from './stage';
import { plannedSession } from './things';

type Part = keyof Cast;

const DAY = '2026-04-13';
const ASKED = `query OverdueFromInadequate($day: Date!) {
  teams { edges { node { name actions(orderBy: DUE_FIRST, filter: { followsInadequate: true, overdue: true, asOf: $day }) { totalCount edges { node {
    title dueOn overdueWorkingDays(asOf: $day) owner { displayName lastSupervisedOn } source { ... on Audit { grade child { caseReference } } } } } } } } }
}`;
const ABOUT = `query Q($worker: ID!, $session: ID!) {
  worker(id: $worker) { displayName lastSupervisedOn supervisionSessions { totalCount edges { node { heldOn } } } }
  supervisionSession(id: $session) { heldOn summary } }`;

describe('Actions from inadequate audits that are overdue', () => {
  let stage: Stage;
  let north: StageChild;
  let south: StageChild;
  const held = randomUUID();

  beforeAll(async () => {
    stage = await Stage.open();
    north = await childOf(stage, 'north', 'northWorker');
    south = await childOf(stage, 'south', 'southWorker');
    await supervise();
    const [ofNorth, ofSouth, good] = [await audited(north, 'north', 'INADEQUATE'), await audited(south, 'south', 'INADEQUATE'), await audited(north, 'north', 'GOOD')];
    await act(ofNorth, 'Write the plan', '2026-03-31', 'northManager');
    await act(ofNorth, 'Meet the family', '2026-03-30', 'northManager', { state: 'DONE', done_on: '2026-04-08', evidence: 'Notes' });
    await act(ofNorth, 'See the school', DAY, 'northManager');
    await act(good, 'Tidy the chronology', '2026-03-31', 'northManager');
    await act(ofSouth, 'Visit alone', '2026-04-09', 'southManager');
    await act(ofSouth, 'Write up the visit', '2026-04-10', 'southWorker');
  }, 120_000);
  afterAll(() => stage?.close());

  const load = (name: SubgraphName, table: string, row: object) =>
    stage.graph.subgraphs[name].unit(machine('machine_import', 'stage'), 'stage').command((tx) => insertRows(tx, table, [row]));

  /** The service manager held two with Mira Northway and one with Otto Southgate, whose next is planned; Sol Marchbank had none. */
  async function supervise(): Promise<void> {
    const session = (worker: Part, more: object) =>
      load('workforce', 'supervision_session', { id: randomUUID(), worker_id: stage.people[worker].id, supervisor_id: stage.people.serviceManager.id, kind: 'CASE', ...more });
    const heldOn = (day: string) => ({ state: 'HELD', planned_for: day, held_on: day, reflective_analysis: true, summary: 'Tired, and candid' });
    await session('northManager', { ...heldOn('2026-03-23'), id: held });
    await session('northManager', heldOn('2026-03-02'));
    await session('southManager', heldOn('2026-02-16'));
    await session('southManager', { state: 'PLANNED', planned_for: '2026-03-16' });
  }

  interface Audited { id: string; child: StageChild; team: 'north' | 'south'; grade: string }

  async function audited(child: StageChild, team: 'north' | 'south', grade: string): Promise<Audited> {
    const id = randomUUID();
    const [tool] = await stage.graph.subgraphs.casework.unit(machine('machine_import', 'stage'), 'stage').command((tx) => tx.query<{ id: string }>(`select id from audit_tool_version where state = 'PUBLISHED' limit 1`));
    const place = { child_id: child.uuid, worker_id: stage.people[`${team}Worker`].id, team_id: TEAMS[team], auditor_id: stage.people.iro.id };
    await load('casework', 'audit', {
      id, ...place, tool_version_id: tool?.id, service_id: SERVICE, kind: 'CHILD_JOURNEY', state: 'SUBMITTED', allocated_on: '2026-02-02', due_on: '2026-02-27', period: '2026-02', with_worker: false, limited_by: [],
      checklist: [], checklist_done_on: '2026-02-03', computed_grade: grade, judged_grade: grade, grade_reason: 'As read', strengths: 'Known well', areas_to_improve: 'The plan', child_voice_evident: true, submitted_on: '2026-02-20', priority_grades: {},
    });
    await load('governance', 'audit_place', { audit_id: id, ...place, grade, submitted_on: '2026-02-20' });
    return { id, child, team, grade };
  }

  const act = ({ id, child, team, grade }: Audited, title: string, dueOn: string, owner: Part, more: object = {}) =>
    load('governance', 'action', {
      id: randomUUID(), title, source_kind: 'AUDIT', source_id: id, source_grade: grade, child_id: child.uuid, owner_id: stage.people[owner].id, worker_id: stage.people[`${team}Worker`].id,
      team_id: TEAMS[team], service_id: SERVICE, due_on: dueOn, opened_on: '2026-02-20', state: 'OPEN', ...more,
    });

  const ask = async (person: Part) => {
    const answer = await stage.ask(person, ASKED, { day: DAY });
    const teams = (answer.data?.teams?.edges ?? []) as { node: { name: string; actions: { totalCount: number; edges: { node: object }[] } } }[];
    return { ...answer, found: Object.fromEntries(teams.map(({ node }) => [node.name, node.actions?.edges.map((edge) => edge.node)])) };
  };

  // Good Friday is 3 April 2026 and Easter Monday the 6th. After Tuesday 31 March: 1, 2, 7, 8, 9, 10 and 13 April are seven
  // working days; after Thursday the 9th: 10 and 13; after Friday the 10th: 13. Due on the 13th is not late on it.
  const plan = (last: string | null) => ({ title: 'Write the plan', dueOn: '2026-03-31', overdueWorkingDays: 7, owner: { displayName: 'Mira Northway', lastSupervisedOn: last }, source: { grade: 'INADEQUATE', child: { caseReference: north.reference } } });
  const visit = (last: string | null) => ({ title: 'Visit alone', dueOn: '2026-04-09', overdueWorkingDays: 2, owner: { displayName: 'Otto Southgate', lastSupervisedOn: last }, source: { grade: 'INADEQUATE', child: { caseReference: south.reference } } });
  const note = () => ({ title: 'Write up the visit', dueOn: '2026-04-10', overdueWorkingDays: 1, owner: { displayName: 'Sol Marchbank', lastSupervisedOn: null }, source: { grade: 'INADEQUATE', child: { caseReference: south.reference } } });

  it.each(['principalSocialWorker', 'quality', 'director', 'head', 'serviceManager'] as const)('are asked for by %s, by team, with how late, whose, and when the owner was last supervised, in one query', async (person) => {
    const { errors, found } = await ask(person);
    expect(errors).toEqual([]);
    expect(found).toEqual({ 'Safeguarding North': [plan('2026-03-23')], 'Safeguarding South': [visit('2026-02-16'), note()] });
  });

  it('are for a team manager those of the team', async () => {
    expect((await ask('northManager')).found).toEqual({ 'Safeguarding North': [plan('2026-03-23')], 'Safeguarding South': [] });
    expect((await ask('southManager')).found).toEqual({ 'Safeguarding North': [], 'Safeguarding South': [visit('2026-02-16'), note()] });
  });

  it.each(['principalIro', 'iro', 'northWorker', 'northColleague'] as const)('are not there for %s, who is no part of them', async (person) => {
    const { errors, found } = await ask(person);
    expect([errors, found]).toEqual([[], { 'Safeguarding North': [], 'Safeguarding South': [] }]);
  });

  it.each(['hr', 'administrator', 'governance', 'member', 'partner'] as const)('are no business of %s, who finds none', async (person) => {
    const { errors, found, text } = await ask(person);
    expect(errors).toEqual([]);
    expect(Object.keys(found)).toEqual(['Safeguarding North', 'Safeguarding South']);
    expect(Object.values(found).flatMap((actions) => actions ?? [])).toEqual([]);
    expect(text).not.toMatch(/2026-0[23]|Write|Visit/);
  });

  it.each(['principalSocialWorker', 'quality'] as const)('show %s the day of supervision and nothing of the session', async (person) => {
    const { data, errors } = await stage.ask(person, ABOUT, { worker: globalId('Worker', stage.people.northManager.id), session: globalId('SupervisionSession', held) });
    expect(errors).toEqual([]);
    expect(data).toEqual({ worker: { displayName: 'Mira Northway', lastSupervisedOn: '2026-03-23', supervisionSessions: { totalCount: 0, edges: [] } }, supervisionSession: null });
  });

  it.each(['principalIro', 'iro', 'northWorker', 'northColleague', 'southManager'] as const)('leave %s without the day', async (person) => {
    const { data } = await stage.ask(person, ABOUT, { worker: globalId('Worker', stage.people.northManager.id), session: globalId('SupervisionSession', held) });
    expect(data).toEqual({ worker: { displayName: 'Mira Northway', lastSupervisedOn: null, supervisionSessions: { totalCount: 0, edges: [] } }, supervisionSession: null });
  });

  it.each(['hr', 'administrator', 'governance', 'member', 'partner'] as const)('leave %s without the day, whose field is not theirs', async (person) => {
    const answer = await stage.ask(person, 'query Q($worker: ID!) { worker(id: $worker) { displayName lastSupervisedOn } }', { worker: globalId('Worker', stage.people.northManager.id) });
    expect([answer.data, answer.errors]).toEqual([{ worker: { displayName: 'Mira Northway', lastSupervisedOn: null } }, []]);
  });

  it('tell the day of a session as soon as it is recorded, and not while it is planned or called off', async () => {
    const last = async () => (await stage.ask('principalSocialWorker', 'query Q($id: ID!) { worker(id: $id) { lastSupervisedOn } }', { id: globalId('Worker', stage.people.northWorker.id) })).data.worker.lastSupervisedOn;
    const [first, second] = [await plannedSession(stage), await plannedSession(stage)];
    await send(stage, 'northManager', 'cancelSupervision', { sessionId: second.id, version: second.version, reason: 'Unwell' });
    expect(await last()).toBeNull();
    await send(stage, 'northManager', 'recordSupervision', { sessionId: first.id, version: first.version, heldOn: '2026-11-02', reflectiveAnalysis: true, discussions: [] });
    expect(await last()).toBe('2026-11-02');
  });
});
